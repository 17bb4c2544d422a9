using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>The reasons with their words.</summary>
internal static class Refuse
{
    private const string Effective = nameof(PolicyCommand.Cancel.Effective);
    private const string Expiration = nameof(PolicyCommand.Renew.Expiration);

    public static Refusal UnknownPolicy() =>
        new(RefusalCode.UnknownPolicy, null, "The policy is not on the books; add it first.");

    public static Refusal PolicyExists() => new(
        RefusalCode.PolicyExists,
        null,
        "The policy is on the books already; a next term is a renewal, another insurer a rewrite.");

    public static Refusal PolicyNumberInUse(string number) => new(
        RefusalCode.PolicyNumberInUse,
        nameof(TermFacts.Number),
        $"The insurer's policy {number} covers some of these days already; this may be a repeated message. "
        + "Look it up, or give the right number.");

    public static Refusal ExpirationBeforeEffective(DateOnly effective) => new(
        RefusalCode.ExpirationBeforeEffective,
        Expiration,
        $"The term would end before it begins on {effective:O}; give a later day.");

    public static Refusal OutsideTerms(DateOnly day) => new(
        RefusalCode.OutsideTerms, Effective, $"No term holds {day:O}; give a day of a term on the books.");

    public static Refusal AfterCancellation(DateOnly day) => new(
        RefusalCode.AfterCancellation, Effective, $"Nothing is in force on {day:O}; reinstate the policy first.");

    public static Refusal UseCancel(DateOnly expiration) => new(
        RefusalCode.UseCancel,
        Expiration,
        $"The term ends on {expiration:O}; to end it earlier, record a cancellation, which has its own notices.");

    public static Refusal TermOverlaps(DateOnly expiration) => new(
        RefusalCode.TermOverlaps,
        Effective,
        $"Another term covers days before {expiration:O}; begin on that day or later.");

    /// <param name="next">First day of the term that follows.</param>
    public static Refusal StretchOverlaps(DateOnly next) => new(
        RefusalCode.TermOverlaps, Expiration, $"The next term begins on {next:O}; end this one on that day at most.");

    public static Refusal TermRunsBackwards(DateOnly effective) => new(
        RefusalCode.TermRunsBackwards,
        Effective,
        $"The last term began on {effective:O}; an earlier start is a rewrite.");

    public static Refusal RenewalTooLate(DateOnly expiration) => new(
        RefusalCode.RenewalTooLate,
        Effective,
        $"The last term ends on {expiration:O}, more than two years before; add a new policy, or mend the year.");

    public static Refusal NonRenewalPending() => new(
        RefusalCode.NonRenewalPending,
        null,
        "Notice of non-renewal is out; rescind it first, or rewrite the policy with another insurer.");

    public static Refusal PolicyCancelled() => new(
        RefusalCode.PolicyCancelled,
        null,
        "The policy is cancelled; reinstate it first, or rewrite it on the day of its cancellation.");

    public static Refusal PolicyReplaced() => new(
        RefusalCode.PolicyReplaced, null, "Another policy took its place; record this there.");

    public static Refusal TermEnded() => new(
        RefusalCode.TermEnded, null, "The policy has expired; a notice speaks of cover that is running.");

    public static Refusal NotYetInForce() => new(
        RefusalCode.NotYetInForce, null, "The policy's cover has not begun; a notice speaks of cover that is running.");

    public static Refusal CancellationOutsideTerm(DateOnly day) => new(
        RefusalCode.CancellationOutsideTerm,
        Effective,
        $"No cover runs on {day:O}; give a day from a term's first to the one before its last.");

    public static Refusal FlatNeedsFirstDay(DateOnly first) => new(
        RefusalCode.FlatNeedsFirstDay,
        Effective,
        $"Flat says that the term never took effect; give its first day, {first:O}, or cancel pro rata.");

    public static Refusal CancellationAfterNotice(DateOnly day) => new(
        RefusalCode.CancellationAfterNotice,
        Effective,
        $"A notice ends the policy on {day:O}; give that day or an earlier one.");

    public static Refusal CancellationNotEarlier(DateOnly day) => new(
        RefusalCode.CancellationNotEarlier,
        Effective,
        $"The policy ends on {day:O} already; a cancellation can be brought forward, not put off.");

    public static Refusal NoticeAfterEffective(DateOnly day) => new(
        RefusalCode.NoticeAfterEffective,
        nameof(PolicyCommand.GiveNotice.MailedOn),
        $"It was to be mailed after it took effect on {day:O}; mend one of the days.");

    public static Refusal NoSuchNotice() => new(
        RefusalCode.NoSuchNotice,
        nameof(PolicyCommand.Rescind.Of),
        "There is no such notice, or it was withdrawn; take the version of a notice from the policy's events.");

    public static Refusal NoticeHasTakenEffect(DateOnly day) => new(
        RefusalCode.NoticeHasTakenEffect,
        nameof(PolicyCommand.Rescind.On),
        $"The notice took effect on {day:O}; give the earlier day of its withdrawal, or reinstate the policy.");

    public static Refusal NoticeAlreadyGiven() => new(
        RefusalCode.NoticeAlreadyGiven, null, "Notice of non-renewal is out already; there is nothing to add.");

    public static Refusal RenewalRecorded(Term renewal) => new(
        RefusalCode.RenewalRecorded,
        null,
        $"The renewal from {renewal.Effective:O} is on the books; cancel it flat first.");

    public static Refusal NotCancelled() => new(
        RefusalCode.NotCancelled, null, "The policy is not cancelled, so that there is nothing to give back.");

    public static Refusal ReinstatementBeforeCancellation(DateOnly day) => new(
        RefusalCode.ReinstatementBeforeCancellation,
        Effective,
        $"Cover was taken away from {day:O} on; reinstate without lapse on that day, or with lapse later.");

    public static Refusal ReinstatementNotAtCancellation(DateOnly day) => new(
        RefusalCode.ReinstatementNotAtCancellation,
        Effective,
        $"Without lapse cover comes back from {day:O} on; give that day, or reinstate with lapse.");

    public static Refusal NothingToReinstate() => new(
        RefusalCode.NothingToReinstate,
        Effective,
        "No term holds that day or a later one; renew the policy, or reinstate without lapse for the past.");

    public static Refusal ReplacementInForce() => new(
        RefusalCode.ReplacementInForce,
        null,
        "Another policy took its place, and both would cover the same; end that one first.");

    public static Refusal RewriteLeavesGap() => new(
        RefusalCode.RewriteLeavesGap,
        "New.Effective",
        "The new policy begins after this one ends; record a cancellation and a new policy.");

    public static Refusal RewriteOverlaps() => new(
        RefusalCode.RewriteOverlaps,
        "New.Effective",
        "The new policy begins before this one ends; record a cancellation and a new policy.");

    public static Refusal NoSuchEvent() => new(
        RefusalCode.NoSuchEvent,
        nameof(PolicyCommand.Correct.Of),
        "There is no such event of the policy, or it never happened; take its version from the policy's events.");

    public static Refusal CorrectionBreaksHistory() => new(
        RefusalCode.CorrectionBreaksHistory,
        null,
        "A later event can't have happened then: terms would overlap or run backwards, or a change or an end would lie "
        + "outside of them; correct the later event first.");
}
