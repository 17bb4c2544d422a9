namespace Portal.ServiceDefaults.Bus;

/// <summary>Settings of the bus, section <c>Bus</c>. The defaults suit a single broker node.</summary>
internal sealed class BusOptions
{
    /// <summary>Nodes that each quorum queue is replicated to; 3 in a cluster of three or more.</summary>
    public int QueueReplicas { get; init; } = 1;

    /// <summary>
    /// Waits before a message that keeps failing is tried again, one after another; then it goes to the error queue.
    /// Each distinct wait has a queue of its own in the broker.
    /// </summary>
    public TimeSpan[] Redelivery { get; init; } = [];

    /// <summary>The waits to use: what is configured, else 5 s, 30 s, 2 min and 10 min.</summary>
    public TimeSpan[] RedeliveryOrDefault => Redelivery.Length > 0
        ? Redelivery
        : [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)];
}
