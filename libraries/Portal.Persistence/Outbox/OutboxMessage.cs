namespace Portal.Persistence.Outbox;

/// <summary>A message that leaves once the transaction that wrote it has committed.</summary>
internal sealed class OutboxMessage
{
    /// <summary>In place of a queue: the event waits until at least one service has subscribed.</summary>
    public const string AnySubscriber = "*";

    /// <summary>Order in which the messages of one key leave.</summary>
    public long Id { get; init; }

    /// <summary>
    /// Identifies the message on the bus; the same again when a relay died before it could note that it had sent it.
    /// </summary>
    public required Guid MessageId { get; init; }

    /// <summary>Aggregate whose messages keep their order.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Queue that an order goes to; null or <see cref="AnySubscriber"/> for an event, which goes to all subscribers.
    /// </summary>
    public string? Queue { get; init; }

    /// <summary>Name of the contract.</summary>
    public required string Type { get; init; }

    /// <summary>The contract as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>Trace that the change belongs to (W3C Trace Context, traceparent).</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C Trace Context, tracestate.</summary>
    public string? TraceState { get; init; }

    public DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>
    /// Set aside until then, because it could not be sent; what follows with the same key waits behind it.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Times that sending it failed through a fault of its own.</summary>
    public int Failures { get; init; }

    /// <summary>Why it could not be sent the last time.</summary>
    public string? Error { get; init; }
}
