using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>What somebody wants to record of a policy.</summary>
internal abstract record PolicyCommand
{
    private PolicyCommand()
    {
    }

    /// <summary>Why, in the words of whoever wants it; null where nobody said.</summary>
    public string? Reason { get; init; }

    internal sealed record Add(PolicyLine Line, TermFacts First, string? Zone) : PolicyCommand;

    internal sealed record Endorse(DateOnly Effective, TermValues Change, DateOnly? Expiration) : PolicyCommand;

    /// <summary>What is null stays as the last term has it.</summary>
    internal sealed record Renew(
        DateOnly Effective,
        DateOnly Expiration,
        string? Number,
        string? Carrier,
        string? Naic,
        TermValues Change) : PolicyCommand;

    internal sealed record GiveNotice(DateOnly MailedOn, DateOnly Effective, EndingParty By) : PolicyCommand;

    internal sealed record NotRenew(DateOnly MailedOn, EndingParty By) : PolicyCommand;

    /// <param name="Of">Version of the notice.</param>
    /// <param name="On">Day as of which it no longer stands.</param>
    internal sealed record Rescind(long Of, DateOnly On) : PolicyCommand;

    internal sealed record Cancel(DateOnly Effective, CancellationKind Kind, EndingParty By) : PolicyCommand;

    internal sealed record Reinstate(DateOnly Effective, bool Lapse) : PolicyCommand;

    /// <param name="Effective">Day on which this policy ends and the other begins.</param>
    /// <param name="Successor">The policy that takes its place.</param>
    /// <param name="SuccessorId">Its id, where it has one already.</param>
    internal sealed record Rewrite(DateOnly Effective, Add Successor, Guid? SuccessorId = null) : PolicyCommand;

    /// <param name="Of">Version of the event that was recorded wrong.</param>
    /// <param name="Change">What was wrong with it; null for an event that never happened.</param>
    internal sealed record Correct(long Of, EventChange? Change) : PolicyCommand;
}
