using NodaTime;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>An event that was recorded wrong is known from now on as changed, or as never having happened.</summary>
internal static class Correcting
{
    public static Decision Decide(
        PolicyHistory history, CoverClock clock, PolicyCommand.Correct correct, long version, Instant at)
    {
        if (history.Find(correct.Of) is not { Event.IsOfClock: false } wrong)
        {
            return Refuse.NoSuchEvent();
        }

        // The policy that took its place begins on the same day, and would leave a gap or overlap.
        if (wrong.Event is PolicyEvent.Rewritten && correct.Change?.Effective is not null)
        {
            return Refuse.CorrectionBreaksHistory();
        }

        var corrected = new PolicyEvent.Corrected(correct.Of, correct.Change);
        var known = history.With(new RecordedEvent(version, at, corrected));
        return Timeline.Of(known, clock).IsSound ? Decision.Accept(corrected) : Refuse.CorrectionBreaksHistory();
    }
}
