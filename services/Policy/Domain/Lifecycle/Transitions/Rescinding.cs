using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>A notice can be withdrawn as of a day before its own; after that only a reinstatement helps.</summary>
internal static class Rescinding
{
    public static Decision Decide(Moment moment, PolicyCommand.Rescind rescind) =>
        EffectOf(moment.Timeline, rescind.Of) is not { } day ? Refuse.NoSuchNotice()
            : rescind.On >= day ? Refuse.NoticeHasTakenEffect(day)
            : Decision.Accept(
                new PolicyEvent.NoticeRescinded(rescind.Of, rescind.On),
                (PolicyWarning.RecordedLate, day <= moment.CoverDay));

    // Day on which a standing notice of cancellation, or of non-renewal, has its effect.
    private static DateOnly? EffectOf(Timeline timeline, long version) =>
        timeline.Endings.FirstOrDefault(
            ending => ending.Version == version && ending is { Cause: EndingCause.Notice, Stands: true })?.Day
        ?? (timeline.NonRenewals.FirstOrDefault(each => each.Version == version && each.Rescinded is null) is { } notice
            ? timeline.Terms.First(term => term.Version == notice.TermVersion).Expiration
            : null);
}
