using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>An endorsement changes the term that holds its day, from that day on.</summary>
internal static class Endorsing
{
    public static Decision Decide(Moment moment, PolicyCommand.Endorse endorse)
    {
        var (timeline, day) = (moment.Timeline, endorse.Effective);
        if (timeline.TermHolding(day) is not { } term)
        {
            return timeline.FirstEnding is { } ending && ending.Day <= day
                ? Refuse.AfterCancellation(day)
                : Refuse.OutsideTerms(day);
        }

        if (!timeline.Covers(day))
        {
            return Refuse.AfterCancellation(day);
        }

        var next = timeline.TermsOnBooks.FirstOrDefault(each => each.Effective >= term.Expiration);
        if (endorse.Expiration is { } expiration)
        {
            if (expiration < term.Expiration)
            {
                return Refuse.UseCancel(term.Expiration);
            }

            if (next is not null && expiration > next.Effective)
            {
                return Refuse.StretchOverlaps(next.Effective);
            }
        }

        return Decision.Accept(
            new PolicyEvent.Endorsed(day, endorse.Change, endorse.Expiration),
            (PolicyWarning.Retroactive, moment.IsPast(day)),
            (PolicyWarning.LaterEndorsementStands, term.Endorsements.Any(
                later => later.Effective > day && later.Change.Overlaps(endorse.Change))),
            (PolicyWarning.NextTermNotChanged, next is not null),
            (PolicyWarning.TermHasEnded, term.Expiration <= moment.CoverDay));
    }
}
