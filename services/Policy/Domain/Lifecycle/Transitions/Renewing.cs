using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// A renewal is the next term. It begins where the last one ends or later, and says what that one says on its last day
/// unless it is told otherwise. A correction made afterwards doesn't flow into it: its holders have its certificates.
/// </summary>
internal static class Renewing
{
    private const int MostYearsBetween = 2;

    public static Decision Decide(Moment moment, PolicyCommand.Renew renew)
    {
        var (timeline, state) = (moment.Timeline, moment.State);
        if (timeline.FirstEnding is { Cause: EndingCause.Rewrite })
        {
            return Refuse.PolicyReplaced();
        }

        if (state is PolicyState.Cancelled or PolicyState.CancelledFlat)
        {
            return Refuse.PolicyCancelled();
        }

        if (timeline.NonRenewalOut(moment.At, moment.CoverDay) is not null)
        {
            return Refuse.NonRenewalPending();
        }

        var last = timeline.TermsOnBooks.Last();
        if (WrongWith(renew, last) is { } wrong)
        {
            return wrong;
        }

        var next = new TermFacts
        {
            Number = renew.Number ?? last.Facts.Number,
            Carrier = renew.Carrier ?? last.Facts.Carrier,
            Naic = renew.Naic ?? last.Facts.Naic,
            Effective = renew.Effective,
            Expiration = renew.Expiration,
            Values = last.LastValues.With(renew.Change),
        };
        return Decision.Accept(
            new PolicyEvent.Renewed(next),
            (PolicyWarning.Retroactive, moment.IsPast(renew.Effective)),
            (PolicyWarning.Gap, renew.Effective > last.Expiration),
            (PolicyWarning.PendingCancellation, timeline.FirstEnding is not null));
    }

    private static Refusal? WrongWith(PolicyCommand.Renew renew, Term last) =>
        renew.Expiration <= renew.Effective ? Refuse.ExpirationBeforeEffective(renew.Effective)
            : renew.Effective < last.Effective ? Refuse.TermRunsBackwards(last.Effective)
            : renew.Effective < last.Expiration ? Refuse.TermOverlaps(last.Expiration)
            : renew.Effective > LatestAfter(last.Expiration) ? Refuse.RenewalTooLate(last.Expiration)
            : null;

    private static DateOnly LatestAfter(DateOnly expiration) =>
        expiration.Year > DateOnly.MaxValue.Year - MostYearsBetween
            ? DateOnly.MaxValue
            : expiration.AddYears(MostYearsBetween);
}
