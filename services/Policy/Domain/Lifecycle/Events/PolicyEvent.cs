using System.Text.Json.Serialization;
using Portal.Contracts.Policies;

namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>Something that happened to a policy. What a policy is follows from these alone.</summary>
internal abstract record PolicyEvent
{
    private PolicyEvent()
    {
    }

    /// <summary>Why, in the words of whoever did it; null where nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it happened by itself when a day came, and changes nothing that was known.</summary>
    [JsonIgnore]
    public bool IsOfClock => this is TookEffect or Expired;

    /// <summary>Day on which it takes effect; null for a correction, which has none of its own.</summary>
    [JsonIgnore]
    public DateOnly? EffectiveOn => this switch
    {
        Added added => added.First.Effective,
        Endorsed endorsed => endorsed.Effective,
        Renewed renewed => renewed.Next.Effective,
        CancellationNoticed notice => notice.Effective,
        NonRenewalNoticed notice => notice.MailedOn,
        NoticeRescinded rescinded => rescinded.On,
        Cancelled cancelled => cancelled.Effective,
        Reinstated reinstated => reinstated.Effective,
        Rewritten rewritten => rewritten.Effective,
        TookEffect took => took.On,
        Expired expired => expired.On,
        _ => null,
    };

    /// <summary>Put onto the books with its first term.</summary>
    /// <param name="Line">Its line of business, which never changes.</param>
    /// <param name="First">The first term.</param>
    /// <param name="Zone">IANA zone by whose clock it runs; null for that of the insured's address.</param>
    internal sealed record Added(PolicyLine Line, TermFacts First, string? Zone = null) : PolicyEvent;

    /// <summary>Changed within the term that holds the day.</summary>
    /// <param name="Effective">Day from which the change holds.</param>
    /// <param name="Change">Values that change.</param>
    /// <param name="Expiration">The term's new, later end; null where it stays.</param>
    internal sealed record Endorsed(DateOnly Effective, TermValues Change, DateOnly? Expiration = null) : PolicyEvent;

    /// <summary>Given its next term.</summary>
    internal sealed record Renewed(TermFacts Next) : PolicyEvent;

    /// <summary>A notice of cancellation was mailed, which ends the policy by itself when its day comes.</summary>
    internal sealed record CancellationNoticed(
        DateOnly MailedOn, DateOnly Effective, EndingParty By) : PolicyEvent;

    /// <summary>Notice that the term will end without a next one.</summary>
    internal sealed record NonRenewalNoticed(DateOnly MailedOn, EndingParty By) : PolicyEvent;

    /// <summary>A notice of cancellation or non-renewal was withdrawn.</summary>
    /// <param name="Of">Version of the notice.</param>
    /// <param name="On">Day as of which it no longer stood.</param>
    internal sealed record NoticeRescinded(long Of, DateOnly On) : PolicyEvent;

    /// <summary>All cover was taken away from a day on, later terms included.</summary>
    /// <param name="Effective">The day.</param>
    /// <param name="Kind">How much of the term is paid for.</param>
    /// <param name="By">Who ended it; null where nobody was asked.</param>
    internal sealed record Cancelled(DateOnly Effective, CancellationKind Kind, EndingParty? By) : PolicyEvent;

    /// <summary>What outstanding cancellations took was given back from a day on.</summary>
    internal sealed record Reinstated(DateOnly Effective, bool Lapse) : PolicyEvent;

    /// <summary>Ended because another policy takes its place in the same minute.</summary>
    /// <param name="Effective">The day.</param>
    /// <param name="Successor">Id of the other policy.</param>
    internal sealed record Rewritten(DateOnly Effective, Guid? Successor = null) : PolicyEvent;

    /// <summary>An earlier event was recorded wrong.</summary>
    /// <param name="Of">Its version.</param>
    /// <param name="Change">As what it is known from now on; null for never having happened.</param>
    internal sealed record Corrected(long Of, EventChange? Change) : PolicyEvent;

    /// <summary>The day of an earlier event came: a term, a change or an end that was recorded ahead.</summary>
    /// <param name="Of">Version of the event.</param>
    /// <param name="On">The day.</param>
    internal sealed record TookEffect(long Of, DateOnly On) : PolicyEvent;

    /// <summary>A term ran out, and no cover followed it.</summary>
    /// <param name="On">Day on which it ended at 12:01 a.m.</param>
    internal sealed record Expired(DateOnly On) : PolicyEvent;
}
