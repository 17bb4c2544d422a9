using NodaTime;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// Decides what may happen to a policy. Pure: it reads what is known and answers an event or a refusal.
/// </summary>
internal static class Transition
{
    /// <summary>Answers a command.</summary>
    /// <param name="history">All that is recorded of the policy.</param>
    /// <param name="clock">The clock at the insured's mailing address.</param>
    /// <param name="command">What is to be recorded.</param>
    /// <param name="version">Version that the event would have.</param>
    /// <param name="at">Instant of recording.</param>
    /// <param name="isNumberInUse">
    /// Whether another policy of the insurer has a term's number on some of its days.
    /// </param>
    public static Decision Decide(
        PolicyHistory history,
        CoverClock clock,
        PolicyCommand command,
        long version,
        Instant at,
        Func<TermFacts, bool> isNumberInUse) =>
        Answer(history, clock, command, version, at, isNumberInUse).Because(command.Reason);

    private static Decision Answer(
        PolicyHistory history,
        CoverClock clock,
        PolicyCommand command,
        long version,
        Instant at,
        Func<TermFacts, bool> isNumberInUse)
    {
        var moment = new Moment(at, Timeline.Of(history, clock));
        if (command is PolicyCommand.Correct correct)
        {
            return Correcting.Decide(history, clock, correct, version, at);
        }

        if (command is PolicyCommand.Add add)
        {
            return Adding.Decide(moment, add, isNumberInUse);
        }

        return moment.State == PolicyState.None ? Refuse.UnknownPolicy() : command switch
        {
            PolicyCommand.Endorse endorse => Endorsing.Decide(moment, endorse),
            PolicyCommand.Renew renew => Renewing.Decide(moment, renew),
            PolicyCommand.GiveNotice give => Noticing.Decide(moment, give),
            PolicyCommand.NotRenew not => Noticing.Decide(moment, not),
            PolicyCommand.Rescind rescind => Rescinding.Decide(moment, rescind),
            PolicyCommand.Cancel cancel => Cancelling.Decide(moment, cancel),
            PolicyCommand.Reinstate reinstate => Reinstating.Decide(moment, reinstate),
            PolicyCommand.Rewrite rewrite => Rewriting.Decide(moment, rewrite, isNumberInUse),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }
}
