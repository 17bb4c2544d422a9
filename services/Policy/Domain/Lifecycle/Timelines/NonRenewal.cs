using NodaTime;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>Notice that a term will end without a next one.</summary>
/// <param name="Version">Of the event that brought it.</param>
/// <param name="RecordedAt">When it became known.</param>
/// <param name="MailedOn">Day on which it was mailed.</param>
/// <param name="By">Who will not renew.</param>
/// <param name="TermVersion">Version of the term that it is about.</param>
internal sealed record NonRenewal(
    long Version, Instant RecordedAt, DateOnly MailedOn, EndingParty By, long TermVersion)
{
    /// <summary>Its withdrawal; null while it stands.</summary>
    public Ending.Rescission? Rescinded { get; init; }

    /// <summary>Whether it was out at a moment, before the term's end.</summary>
    public bool IsOut(Instant at, DateOnly day) =>
        (at >= RecordedAt || MailedOn <= day)
        && !(Rescinded is { } rescinded && (rescinded.On <= day || rescinded.RecordedAt <= at));
}
