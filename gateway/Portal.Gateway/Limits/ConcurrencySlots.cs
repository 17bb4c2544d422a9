using System.Threading.RateLimiting;

namespace Portal.Gateway.Limits;

/// <summary>Slots that are held while something is under way or open; each key has its own number of them.</summary>
/// <param name="each">Most that a key holds together.</param>
/// <param name="waiting">Most that wait for a slot of a key; the first to come is the first to get one.</param>
internal sealed class ConcurrencySlots(int each, int waiting = 0) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _slots = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetConcurrencyLimiter(
            key, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = each,
                QueueLimit = waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }),
        StringComparer.Ordinal);

    /// <summary>Most that a key holds together.</summary>
    public int Each => each;

    /// <summary>
    /// Takes a slot, which is free again once the lease is disposed; the lease says whether there was one.
    /// </summary>
    public RateLimitLease Take(string key) => _slots.AttemptAcquire(key);

    /// <summary>The same, but waits for one where others may wait too.</summary>
    public ValueTask<RateLimitLease> WaitAsync(string key, CancellationToken cancellationToken) =>
        _slots.AcquireAsync(key, cancellationToken: cancellationToken);

    public void Dispose() => _slots.Dispose();
}
