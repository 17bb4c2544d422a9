using System.Threading.RateLimiting;

namespace Portal.Gateway.Limits;

/// <summary>Counts the requests of one limit.</summary>
internal sealed class Limiter : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _buckets;
    private readonly LimitOptions _options;

    public Limiter(LimitOptions options)
    {
        _options = options;
        _buckets = BucketBy(options.By == LimitPartition.Address ? LimitKeys.AddressOf : LimitKeys.CallerOf);
    }

    /// <summary>The quota as RateLimit-Policy tells it.</summary>
    public (int Requests, int Seconds) Quota => (_options.Requests, _options.Seconds);

    private double PerSecond => (double)_options.Requests / _options.Seconds;

    /// <summary>Takes one request out of the bucket; false when it is empty.</summary>
    public bool TryTake(HttpContext http)
    {
        using var lease = _buckets.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    /// <summary>Requests left now, and seconds until the bucket is full again.</summary>
    public (long Left, int Seconds) Rest(HttpContext http)
    {
        var left = _buckets.GetStatistics(http)?.CurrentAvailablePermits ?? _options.Requests;
        return (left, (int)Math.Ceiling((_options.Requests - left) / PerSecond));
    }

    /// <summary>Seconds until there is room for one request.</summary>
    public int SecondsUntilNext => Math.Max(1, (int)Math.Ceiling(1 / PerSecond));

    public void Dispose() => _buckets.Dispose();

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
