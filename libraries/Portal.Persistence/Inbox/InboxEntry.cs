namespace Portal.Persistence.Inbox;

/// <summary>A message that a consumer has dealt with.</summary>
internal sealed class InboxEntry
{
    public required string Consumer { get; init; }

    public required string Key { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }
}
