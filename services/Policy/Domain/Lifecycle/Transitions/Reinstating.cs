using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// A reinstatement gives back what outstanding cancellations took: without lapse from the day of the earliest, with
/// lapse from a later one.
/// </summary>
internal static class Reinstating
{
    public static Decision Decide(Moment moment, PolicyCommand.Reinstate reinstate)
    {
        var (timeline, day) = (moment.Timeline, reinstate.Effective);
        if (moment.State == PolicyState.Replaced)
        {
            return Refuse.ReplacementInForce();
        }

        if (timeline.FirstReinstatable(moment.CoverDay) is not { } ending || !CanComeBack(moment.State, ending))
        {
            return Refuse.NotCancelled();
        }

        if (day < ending.Day || (reinstate.Lapse && day == ending.Day))
        {
            return Refuse.ReinstatementBeforeCancellation(ending.Day);
        }

        if (!reinstate.Lapse && day != ending.Day)
        {
            return Refuse.ReinstatementNotAtCancellation(ending.Day);
        }

        if (timeline.Terms.All(term => term.Expiration <= day))
        {
            return Refuse.NothingToReinstate();
        }

        return Decision.Accept(
            new PolicyEvent.Reinstated(day, reinstate.Lapse),
            (PolicyWarning.Gap, reinstate.Lapse),
            (PolicyWarning.NextTermRestored, timeline.TermsOnBooks.Any(
                term => term.Effective > ending.Day && term.Expiration > day)));
    }

    // Elsewhere a cancellation that is recorded for later is corrected: nothing of it has happened yet.
    private static bool CanComeBack(PolicyState state, Ending ending) =>
        ending.TakesRenewalOff
        || state is PolicyState.PendingCancellation or PolicyState.Cancelled or PolicyState.CancelledFlat;
}
