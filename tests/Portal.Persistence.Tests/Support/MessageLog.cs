using System.Collections.Concurrent;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests.Support;

/// <summary>What the consumers of a test have received, in order.</summary>
internal sealed class MessageLog
{
    private readonly ConcurrentQueue<ReceivedMessage> _all = [];

    public IReadOnlyList<ReceivedMessage> All => [.. _all];

    public int Count => _all.Count;

    public void Add(ReceivedMessage message) => _all.Enqueue(message);

    /// <summary>Waits until so many were received.</summary>
    public async Task UntilAsync(int count) => await Eventually.GetAsync(
        () => _all.Count, received => received >= count, TestService.Token, $"{count} messages to be received");
}
