using NodaTime;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Policies.Rules;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// A policy of one client and line, with every term it ever had. Terms are added and the last one is corrected;
/// none is taken away, so that what was shown on any date can be shown again.
/// </summary>
internal sealed class Policy : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    private readonly List<RecordedEvent> _unrecorded = [];

    private Policy()
    {
    }

    public PolicyId Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public AccountId AccountId { get; private set; }

    /// <summary>The agency's own key for the client, as the account last had it.</summary>
    public string ClientRef { get; private set; } = "";

    /// <summary>Legal name of the client, as the account last had it.</summary>
    public string ClientName { get; private set; } = "";

    public PolicyLine Line { get; private set; }

    public PolicyStatus Status { get; private set; }

    /// <summary>Day on which a cancelled policy ended at 12:01 a.m.; null while it is not cancelled.</summary>
    public DateOnly? CancelledAsOf { get; private set; }

    /// <summary>Terms in the order of their dates, never empty.</summary>
    public List<PolicyTerm> Terms { get; private set; } = [];

    /// <summary>Copy of the current term's last day, to search by.</summary>
    public DateOnly Expiration { get; private set; }

    /// <summary>
    /// What free text is looked for in: number, client and carrier, folded to lower case without accents.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Version of the last event; consumers keep the highest they saw.</summary>
    public long Revision { get; private set; }

    /// <summary>Stamp of the stored row, which keeps two writers from taking each other for unseen.</summary>
    public uint RowVersion { get; private set; }

    /// <summary>Whether something happened that nobody has taken to be stored.</summary>
    public bool HasUnrecorded => _unrecorded.Count > 0;

    /// <summary>The latest term: the one in force, or the one that is to follow it.</summary>
    public PolicyTerm Current => Terms[^1];

    /// <summary>Puts a policy with its first term onto the books, or says what is wrong with it.</summary>
    public static Result<Policy> Add(AgencyId agency, Client client, PolicyLine line, PolicyTerm term)
    {
        if (TermRules.Broken(line, term) is [var problem, ..])
        {
            return problem;
        }

        var policy = new Policy
        {
            Id = PolicyId.New(),
            AgencyId = agency,
            AccountId = client.Id,
            ClientRef = client.Ref,
            ClientName = client.Name,
            Line = line,
        };
        policy.Happens(new PolicyEvent.Added(line, term.Facts()), term.RecordedAt);
        policy.Terms = [term with { Version = policy.Revision }];
        policy.CopyCurrent();
        return policy;
    }

    /// <summary>
    /// Adds the term that follows the current one. What the change does not name stays as the current term has it.
    /// </summary>
    /// <returns>What is wrong; empty when the term was added.</returns>
    public IReadOnlyList<Error> Renew(DateOnly effective, DateOnly expiration, TermChange change, DateTimeOffset now)
    {
        if (CancelledPolicyStaysCancelled.Check(this) is { } cancelled)
        {
            return [cancelled];
        }

        var term = change.Apply(Current, effective, expiration, now);
        var problems = TermRules.Broken(Line, term).ToList();
        if (RenewalFollowsCurrentTerm.Check(Current, effective) is { } overlap)
        {
            problems.Insert(0, overlap);
        }
        else if (RenewalFollowsWithinTwoYears.Check(Current, effective) is { } gap)
        {
            problems.Insert(0, gap);
        }

        if (problems.Count == 0)
        {
            Happens(new PolicyEvent.Renewed(term.Facts()), now);
            Terms = [.. Terms, term with { Version = Revision }];
            CopyCurrent();
        }

        return problems;
    }

    /// <summary>
    /// Corrects the current term within its dates; its first day stays, since another first day is a renewal.
    /// </summary>
    /// <returns>What is wrong; empty when the term now reads as given, changed or not.</returns>
    public IReadOnlyList<Error> Correct(PolicyTerm corrected)
    {
        if (corrected.Effective != Current.Effective)
        {
            throw new ArgumentException("A correction keeps the first day of the term; use Renew.", nameof(corrected));
        }

        if (CancelledPolicyStaysCancelled.Check(this) is { } cancelled)
        {
            return [cancelled];
        }

        var problems = TermRules.Broken(Line, corrected);
        if (problems.Count == 0 && !corrected.SaysTheSameAs(Current))
        {
            var change = Current.Facts().ChangeTo(corrected.Facts());
            Happens(new PolicyEvent.Corrected(Current.Version, change, Reason: null), corrected.RecordedAt);
            Terms = [.. Terms.SkipLast(1), corrected with { Version = Current.Version }];
            CopyCurrent();
        }

        return problems;
    }

    /// <summary>Ends the policy before its term does. The term stays on record.</summary>
    /// <returns>What is wrong; empty when the policy is cancelled.</returns>
    public IReadOnlyList<Error> Cancel(DateOnly asOf, DateTimeOffset now)
    {
        if (CancelledPolicyStaysCancelled.Check(this) is { } cancelled)
        {
            return [cancelled];
        }

        if (CancellationFallsWithinTerm.Check(Current, asOf) is { } outside)
        {
            return [outside];
        }

        Status = PolicyStatus.Cancelled;
        CancelledAsOf = asOf;
        // Nobody is asked yet who ended it, and why.
        Happens(new PolicyEvent.Cancelled(asOf, CancellationKind.ProRata, By: null, Reason: null), now);
        CopyCurrent();
        return [];
    }

    /// <summary>Whether the current term has run out by the given day.</summary>
    public bool IsExpired(DateOnly today) => Status == PolicyStatus.Active && Expiration <= today;

    /// <summary>Status on a day, which tells an expired policy from an active one.</summary>
    public CurrentPolicyStatus StatusOn(DateOnly today) => Status switch
    {
        PolicyStatus.Cancelled => CurrentPolicyStatus.Cancelled,
        _ => IsExpired(today) ? CurrentPolicyStatus.Expired : CurrentPolicyStatus.Active,
    };

    /// <summary>Takes over what the client is called now.</summary>
    public void NameClient(string clientRef, string clientName)
    {
        ClientRef = clientRef;
        ClientName = clientName;
        CopyCurrent();
    }

    /// <summary>Takes what happened since the policy was loaded, in its order; it is stored with the policy.</summary>
    public IReadOnlyList<RecordedEvent> TakeUnrecorded()
    {
        RecordedEvent[] taken = [.. _unrecorded];
        _unrecorded.Clear();
        return taken;
    }

    // The clocks of two replicas may differ; what was recorded later is never earlier.
    private void Happens(PolicyEvent happened, DateTimeOffset now)
    {
        var last = Terms.Select(term => term.RecordedAt).DefaultIfEmpty(now).Max();
        var at = Instant.FromDateTimeOffset(now > last ? now : last);
        _unrecorded.Add(new RecordedEvent(++Revision, at, happened));
    }

    private void CopyCurrent()
    {
        Expiration = Current.Expiration;
        SearchText = TextFolding.Fold($"{Current.Number} {ClientRef} {ClientName} {Current.Carrier.Name}");
    }
}
