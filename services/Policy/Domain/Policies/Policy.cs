using NodaTime;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// A policy of one client and line as its events have it, with every term on the books. It is a row for lists and
/// lookups: what changes it is recorded by <see cref="PolicyLife"/>.
/// </summary>
internal sealed class Policy : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    private readonly List<NewEvent> _unrecorded = [];

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

    /// <summary>Where it stands by the clock at the insured's address.</summary>
    public PolicyState State { get; private set; }

    /// <summary>
    /// Whether certificates may show it; a cancellation recorded ahead leaves it active until its day.
    /// </summary>
    public PolicyStatus Status { get; private set; }

    /// <summary>Day on which a cancelled policy ended at 12:01 a.m.; null while it is not cancelled.</summary>
    public DateOnly? CancelledAsOf { get; private set; }

    /// <summary>Day on which the present cover is known to end at 12:01 a.m.; null while there is none.</summary>
    public DateOnly? CoverEnds { get; private set; }

    /// <summary>When the clock next changes something of it; null when nothing lies ahead.</summary>
    public DateTimeOffset? TurnsAt { get; private set; }

    /// <summary>Every number that one of its terms bears.</summary>
    public List<string> Numbers { get; private set; } = [];

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

    /// <summary>A policy of which nothing is recorded yet.</summary>
    public static Policy New(AgencyId agency, Client client) => new()
    {
        Id = PolicyId.New(),
        AgencyId = agency,
        AccountId = client.Id,
        ClientRef = client.Ref,
        ClientName = client.Name,
    };

    /// <summary>Status in three words.</summary>
    public CurrentPolicyStatus CurrentStatus => Status == PolicyStatus.Cancelled ? CurrentPolicyStatus.Cancelled
        : State == PolicyState.Expired ? CurrentPolicyStatus.Expired
        : CurrentPolicyStatus.Active;

    /// <summary>Takes over what its events make of it at an instant.</summary>
    /// <param name="timeline">What follows from the history.</param>
    /// <param name="history">All that is known of it.</param>
    /// <param name="at">The instant.</param>
    public void Show(Timeline timeline, PolicyHistory history, Instant at)
    {
        var day = timeline.Clock.CoverDay(at);
        List<PolicyTerm> terms = [.. timeline.TermsOnBooks.Select(term => term.On(day, history))];
        if (terms.Count > 0)
        {
            Terms = terms;
        }

        Line = timeline.Line ?? Line;
        State = timeline.StateAt(at);
        Status = State is PolicyState.None or PolicyState.Cancelled or PolicyState.CancelledFlat or PolicyState.Replaced
            ? PolicyStatus.Cancelled
            : PolicyStatus.Active;
        CancelledAsOf = Status == PolicyStatus.Cancelled ? timeline.FirstEnding?.Day : null;
        CoverEnds = timeline.CoverEndsOn(at);
        TurnsAt = timeline.ComesAfter(day).FirstOrDefault()?.EffectiveOn is { } turns
            ? timeline.Clock.Begins(turns).ToDateTimeOffset()
            : null;
        Numbers = [.. Terms.Select(term => term.Number).Distinct(StringComparer.Ordinal)];
        CopyCurrent();
    }

    /// <summary>Keeps an event until it is stored with the policy.</summary>
    public void Keep(NewEvent happened)
    {
        Revision = happened.Recorded.Version;
        _unrecorded.Add(happened);
    }

    /// <summary>The same policy at a version, to be shown apart and never stored.</summary>
    public Policy Copy(long version)
    {
        var copy = (Policy)MemberwiseClone();
        copy.Revision = version;
        return copy;
    }

    /// <summary>Takes over what the client is called now.</summary>
    public void NameClient(string clientRef, string clientName)
    {
        ClientRef = clientRef;
        ClientName = clientName;
        CopyCurrent();
    }

    /// <summary>Takes what happened since the policy was loaded, in its order; it is stored with the policy.</summary>
    public IReadOnlyList<NewEvent> TakeUnrecorded()
    {
        NewEvent[] taken = [.. _unrecorded];
        _unrecorded.Clear();
        return taken;
    }

    private void CopyCurrent()
    {
        Expiration = Current.Expiration;
        SearchText = TextFolding.Fold($"{Current.Number} {ClientRef} {ClientName} {Current.Carrier.Name}");
    }
}
