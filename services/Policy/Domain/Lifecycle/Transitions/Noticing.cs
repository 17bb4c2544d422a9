using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// Notices that an insurer mailed. One of cancellation ends the policy by itself on its day (IL 00 17); one of
/// non-renewal ends nothing before its time.
/// </summary>
internal static class Noticing
{
    public static Decision Decide(Moment moment, PolicyCommand.GiveNotice give)
    {
        if (EndedBefore(moment) is { } ended)
        {
            return ended;
        }

        if (give.MailedOn > give.Effective)
        {
            return Refuse.NoticeAfterEffective(give.Effective);
        }

        if (!CanEndOn(moment, give.Effective))
        {
            return Refuse.CancellationOutsideTerm(give.Effective);
        }

        return Decision.Accept(
            new PolicyEvent.CancellationNoticed(give.MailedOn, give.Effective, give.By),
            [
                .. NoticePeriod.Check(
                    give.MailedOn, give.Effective, NoticePeriod.ToCancel(moment.Timeline.Line, give.Reason)),
                (PolicyWarning.Backdated, moment.IsPast(give.Effective)),
            ]);
    }

    public static Decision Decide(Moment moment, PolicyCommand.NotRenew not)
    {
        var timeline = moment.Timeline;
        if (EndedBefore(moment) is { } ended)
        {
            return ended;
        }

        if (timeline.FirstEnding is { Cause: EndingCause.Rewrite })
        {
            return Refuse.PolicyReplaced();
        }

        if (moment.State == PolicyState.Scheduled)
        {
            return Refuse.NotYetInForce();
        }

        if (timeline.NonRenewalOut(moment.At, moment.CoverDay) is not null)
        {
            return Refuse.NoticeAlreadyGiven();
        }

        var term = timeline.TermAt(moment.At)!;
        if (timeline.TermsOnBooks.FirstOrDefault(later => later.Effective >= term.Expiration) is { } renewal)
        {
            return Refuse.RenewalRecorded(renewal);
        }

        if (not.MailedOn > term.Expiration)
        {
            return Refuse.NoticeAfterEffective(term.Expiration);
        }

        return Decision.Accept(
            new PolicyEvent.NonRenewalNoticed(not.MailedOn, not.By),
            not.By == EndingParty.Insurer
                ? NoticePeriod.Check(not.MailedOn, term.Expiration, NoticePeriod.NotToRenew)
                : []);
    }

    private static Refusal? EndedBefore(Moment moment) => moment.State switch
    {
        PolicyState.Cancelled or PolicyState.CancelledFlat => Refuse.PolicyCancelled(),
        PolicyState.Replaced => Refuse.PolicyReplaced(),
        PolicyState.Expired => Refuse.TermEnded(),
        _ => null,
    };

    // What is announced but not due takes no day from a second notice: the earlier one may be withdrawn.
    private static bool CanEndOn(Moment moment, DateOnly day) =>
        moment.Timeline.TermHolding(day) is { } term
        && !moment.Timeline.Endings.Any(
            ending => ending.Takes(term, day) && !ending.IsPending(moment.At, moment.CoverDay));
}
