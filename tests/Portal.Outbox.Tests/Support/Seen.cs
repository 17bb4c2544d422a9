using System.Collections.Concurrent;

namespace Portal.Outbox.Tests.Support;

/// <summary>What the consumers of a test have seen, in the order in which they saw it.</summary>
internal sealed class Seen<T>
{
    private readonly ConcurrentQueue<T> _all = [];

    public IReadOnlyList<T> All => [.. _all];

    public int Count => _all.Count;

    public void Add(T item) => _all.Enqueue(item);

    /// <summary>Waits until so many were seen.</summary>
    public Task UntilAsync(int count) =>
        Wait.UntilAsync(() => Task.FromResult(_all.Count >= count), $"{count} messages to be seen");
}
