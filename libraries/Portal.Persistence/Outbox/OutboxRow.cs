namespace Portal.Persistence.Outbox;

/// <summary>A stored message as the relay takes it.</summary>
internal sealed record OutboxRow(
    long Id,
    Guid MessageId,
    string Key,
    string? Queue,
    string Type,
    string Body,
    string? TraceParent,
    string? TraceState,
    int Failures);
