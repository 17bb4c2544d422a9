using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// A rewrite ends a policy and begins another in the same minute. It promises neither a gap nor double cover.
/// </summary>
internal static class Rewriting
{
    public static Decision Decide(
        Moment moment, PolicyCommand.Rewrite rewrite, Func<TermFacts, bool> isNumberInUse)
    {
        var (timeline, day) = (moment.Timeline, rewrite.Effective);
        if ((WrongWith(moment, day) ?? WrongWith(rewrite, isNumberInUse)) is { } wrong)
        {
            return wrong;
        }

        return Decision.Accept(
            new PolicyEvent.Rewritten(day, rewrite.SuccessorId),
            (PolicyWarning.Retroactive, moment.IsPast(day)),
            (PolicyWarning.EndorsementAfterCancellation, Cancelling.HasEndorsementAfter(timeline, day)),
            (PolicyWarning.NextTermFallsAway, Cancelling.HasTermAfter(timeline, day)));
    }

    private static Refusal? WrongWith(PolicyCommand.Rewrite rewrite, Func<TermFacts, bool> isNumberInUse)
    {
        var first = rewrite.Successor.First;
        return first.Effective > rewrite.Effective ? Refuse.RewriteLeavesGap()
            : first.Effective < rewrite.Effective ? Refuse.RewriteOverlaps()
            : Adding.WrongWith(first, isNumberInUse) is { } wrong ? wrong with { Field = $"New.{wrong.Field}" }
            : null;
    }

    private static Refusal? WrongWith(Moment moment, DateOnly day)
    {
        var timeline = moment.Timeline;
        switch (timeline.FirstEnding)
        {
            case { Cause: EndingCause.Rewrite }:
                return Refuse.PolicyReplaced();
            case { Cause: EndingCause.Notice } notice when notice.Day > moment.CoverDay && day > notice.Day:
                return Refuse.CancellationAfterNotice(notice.Day);
            case { } ending when day > ending.Day || (day < ending.Day && IsCancelled(moment.State)):
                return Refuse.PolicyCancelled();
            case { } ending when day == ending.Day:
                return null;
        }

        var ended = moment.State == PolicyState.Expired;
        return (!ended && timeline.Covers(day)) || timeline.TermsOnBooks.Last().Expiration == day
            ? null
            : Refuse.CancellationOutsideTerm(day);
    }

    private static bool IsCancelled(PolicyState state) => state is PolicyState.Cancelled or PolicyState.CancelledFlat;
}
