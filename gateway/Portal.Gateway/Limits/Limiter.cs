using System.Threading.RateLimiting;

namespace Portal.Gateway.Limits;

/// <summary>Counts the requests of one limit.</summary>
internal sealed class Limiter : IDisposable
{
    private readonly IReadOnlyList<PartitionedRateLimiter<HttpContext>> _buckets;
    private readonly LimitOptions _options;

    public Limiter(LimitOptions options)
    {
        _options = options;
        Func<HttpContext, string>[] keys = options.By switch
        {
            LimitPartition.Address => [LimitKeys.AddressOf],
            LimitPartition.Caller => [LimitKeys.CallerOf],
            _ => [LimitKeys.AddressOf, LimitKeys.ClientOrAddressOf],
        };
        _buckets = [.. keys.Select(BucketBy)];
    }

    /// <summary>The quota as RateLimit-Policy tells it.</summary>
    public (int Requests, int Seconds) Quota => (_options.Requests, _options.Seconds);

    private double PerSecond => (double)_options.Requests / _options.Seconds;

    /// <summary>Takes one request out of each bucket; false when one of them is empty.</summary>
    public bool TryTake(HttpContext http)
    {
        foreach (var bucket in _buckets)
        {
            using var lease = bucket.AttemptAcquire(http);
            if (!lease.IsAcquired)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Requests left now, and seconds until the bucket is full again.</summary>
    public (long Left, int Seconds) Rest(HttpContext http)
    {
        var left = _buckets.Min(bucket => bucket.GetStatistics(http)?.CurrentAvailablePermits ?? _options.Requests);
        return (left, (int)Math.Ceiling((_options.Requests - left) / PerSecond));
    }

    /// <summary>Seconds until there is room for one request.</summary>
    public int SecondsUntilNext => Math.Max(1, (int)Math.Ceiling(1 / PerSecond));

    public void Dispose()
    {
        foreach (var bucket in _buckets)
        {
            bucket.Dispose();
        }
    }

    private PartitionedRateLimiter<HttpContext> BucketBy(Func<HttpContext, string> key)
    {
        // Filled once a second, or in larger steps where a second brings less than one request.
        var period = TimeSpan.FromSeconds(Math.Max(1, 1 / PerSecond));
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = _options.Requests,
            TokensPerPeriod = Math.Max(1, (int)(PerSecond * period.TotalSeconds)),
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<HttpContext, string>(
            http => RateLimitPartition.GetTokenBucketLimiter(key(http), _ => bucket), StringComparer.Ordinal);
    }
}
