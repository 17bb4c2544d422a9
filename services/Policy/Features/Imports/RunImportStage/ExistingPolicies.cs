using Portal.Contracts.Policies;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// A client and its policies while rows of a file are entered. A policy is recognised by line and number. The file may
/// correct the current term; a later term is a renewal, which mails certificates, and is never made by an import.
/// </summary>
internal sealed class ExistingPolicies(
    AgencyId agency, Client client, CoverClock clock, bool isNew, List<PolicyLife> lives)
{
    public Client Client => client;

    /// <summary>Whether only the files of a dry run know the client.</summary>
    public bool IsNew => isNew;

    public IEnumerable<Policy> Policies => lives.Select(life => life.Policy);

    /// <summary>Enters a row, or says why it can't be.</summary>
    public RowOutcome Enter(PolicyLine line, PolicyTerm term)
    {
        var known = lives.Find(
            life => life.Policy.Line == line && life.Policy.Terms.Exists(had => had.Number == term.Number));
        return known is null ? Add(line, term) : Compare(known, term);
    }

    /// <summary>
    /// The policies that a holder is shown for a line: those not cancelled and not expired by the given day; where all
    /// have expired, the one that did last, since its renewal is what a holder waits for.
    /// </summary>
    public IReadOnlyList<PolicyId> PoliciesOf(PolicyLine line, DateOnly today)
    {
        var held = OfLine(line).ToList();
        var current = held.Where(policy => policy.Expiration > today).Select(policy => policy.Id).ToList();
        return current.Count > 0 || held.Count == 0 ? current : [held.MaxBy(policy => policy.Expiration)!.Id];
    }

    private IEnumerable<Policy> OfLine(PolicyLine line) =>
        Policies.Where(policy => policy.Line == line && policy.Status == PolicyStatus.Active);

    private RowOutcome Add(PolicyLine line, PolicyTerm term)
    {
        var sameLine = OfLine(line).ToList();
        var besides = sameLine.Exists(
            policy => policy.Current.Effective < term.Expiration && term.Effective < policy.Expiration);
        var before = sameLine.Where(policy => policy.Expiration <= term.Effective).MaxBy(policy => policy.Expiration);
        if (before is not null && !besides)
        {
            return RowOutcome.Refused(new ImportIsNoRenewal(before.Id, before.Current));
        }

        var life = PolicyLife.Begin(agency, client, clock);
        var added = life.Record(new PolicyCommand.Add(line, term.Facts(), Zone: null), term.RecordedAt);
        if (added.Failed)
        {
            return RowOutcome.Refused(added.Error);
        }

        lives.Add(life);
        return RowOutcome.Added(life);
    }

    private static RowOutcome Compare(PolicyLife life, PolicyTerm term)
    {
        var policy = life.Policy;
        var onRecord = policy.Terms.FindLast(had => had.Effective == term.Effective);
        if (onRecord is null)
        {
            return RowOutcome.Refused(term.Effective > policy.Current.Effective
                ? new ImportIsNoRenewal(policy.Id, policy.Current)
                : new TermNotOnRecord(policy.Current));
        }

        if (onRecord.SaysTheSameAs(term))
        {
            return RowOutcome.Unchanged(life);
        }

        if (onRecord != policy.Current)
        {
            return RowOutcome.Refused(new TermIsPast(policy.Current));
        }

        return life.CorrectLast(term.Facts(), term.RecordedAt) is [var problem, ..]
            ? RowOutcome.Refused(problem)
            : RowOutcome.Updated(life);
    }
}
