using System.Threading.RateLimiting;

namespace Portal.Gateway.Limits;

/// <summary>Places that are held for as long as something is under way or open, so many for each key.</summary>
/// <param name="each">Most that a key holds together.</param>
/// <param name="waiting">Most that wait for a place of a key; the first to come is the first to get one.</param>
internal sealed class Places(int each, int waiting = 0) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _places = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetConcurrencyLimiter(
            key, _ => new ConcurrencyLimiterOptions { PermitLimit = each, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }),
        StringComparer.Ordinal);

    /// <summary>Most that a key holds together.</summary>
    public int Each => each;

    /// <summary>Takes a place, which is free again once the lease is disposed; the lease tells whether there was one.</summary>
    public RateLimitLease Take(string key) => _places.AttemptAcquire(key);

    /// <summary>The same, but waits for one where others may wait too.</summary>
    public ValueTask<RateLimitLease> WaitAsync(string key, CancellationToken cancellationToken) =>
        _places.AcquireAsync(key, cancellationToken: cancellationToken);

    public void Dispose() => _places.Dispose();
}
