using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// A cancellation takes away all cover from a day on. It can be brought forward, not put off; on the first day of a
/// renewal it takes the renewal off the books and leaves the term before it alone.
/// </summary>
internal static class Cancelling
{
    public static Decision Decide(Moment moment, PolicyCommand.Cancel cancel)
    {
        var (timeline, day) = (moment.Timeline, cancel.Effective);
        var confirms = Confirms(moment, cancel);
        if (!confirms && WrongWith(moment, day) is { } wrong)
        {
            return wrong;
        }

        var term = timeline.TermHolding(day)!;
        if (cancel.Kind == CancellationKind.Flat && day != term.Effective)
        {
            return Refuse.FlatNeedsFirstDay(term.Effective);
        }

        return Decision.Accept(
            new PolicyEvent.Cancelled(day, cancel.Kind, cancel.By),
            (PolicyWarning.Backdated, moment.IsPast(day)),
            (PolicyWarning.AlreadyEndedByNotice, confirms),
            (PolicyWarning.RecordedAfterEnd, moment.State == PolicyState.Expired),
            (PolicyWarning.EndorsementAfterCancellation, HasEndorsementAfter(timeline, day)),
            (PolicyWarning.NextTermFallsAway, HasTermAfter(timeline, day)));
    }

    /// <summary>Whether an endorsement on the books never takes effect when cover ends on a day.</summary>
    public static bool HasEndorsementAfter(Timeline timeline, DateOnly day) => timeline.TermsOnBooks
        .SelectMany(term => term.Endorsements)
        .Any(endorsement => endorsement.Effective >= day && timeline.Covers(endorsement.Effective));

    /// <summary>Whether a later term loses its cover when the policy ends on a day.</summary>
    public static bool HasTermAfter(Timeline timeline, DateOnly day) =>
        timeline.TermsOnBooks.Any(term => term.Effective > day && timeline.Covers(term.Effective));

    private static Refusal? WrongWith(Moment moment, DateOnly day)
    {
        var timeline = moment.Timeline;
        if (timeline.FirstEnding is not { } ending || day < ending.Day)
        {
            return timeline.Covers(day) ? null : Refuse.CancellationOutsideTerm(day);
        }

        if (ending.Cause == EndingCause.Notice && ending.Day > moment.CoverDay)
        {
            return day > ending.Day ? Refuse.CancellationAfterNotice(ending.Day) : null;
        }

        return Refuse.CancellationNotEarlier(ending.Day);
    }

    // The insurer's last letter for the day on which its notice has ended the policy.
    private static bool Confirms(Moment moment, PolicyCommand.Cancel cancel) =>
        cancel.By == EndingParty.Insurer
        && moment.Timeline.FirstEnding is { Cause: EndingCause.Notice } notice
        && notice.Day == cancel.Effective && notice.Day <= moment.CoverDay;
}
