using System.Threading.RateLimiting;

namespace Portal.Gateway.Limits;

/// <summary>Counts the requests of one limit.</summary>
internal sealed class Limiter : IDisposable
{
    private readonly PartitionedRateLimiter<string> _buckets;
    private readonly LimitOptions _options;

    public Limiter(LimitOptions options)
    {
        _options = options;

        // Filled once a second, or in larger steps where a second brings less than one request.
        var period = TimeSpan.FromSeconds(Math.Max(1, 1 / PerSecond));
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Requests,
            TokensPerPeriod = Math.Max(1, (int)(PerSecond * period.TotalSeconds)),
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        };
        _buckets = PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, _ => bucket), StringComparer.Ordinal);
    }

    /// <summary>The quota as RateLimit-Policy has it.</summary>
    public (int Requests, int Seconds) Quota => (_options.Requests, _options.Seconds);

    /// <summary>Seconds until there is room for one request.</summary>
    public int SecondsUntilNext => Math.Max(1, (int)Math.Ceiling(1 / PerSecond));

    private double PerSecond => (double)_options.Requests / _options.Seconds;

    /// <summary>With whom a request is counted together.</summary>
    public string KeyOf(HttpContext http) => LimitKeys.Of(http, _options.By);

    /// <summary>Takes one request out of the bucket; false when it is empty.</summary>
    public bool TryTake(string key)
    {
        using var lease = _buckets.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>Requests left now, and seconds until the bucket is full again.</summary>
    public (long Left, int Seconds) Rest(string key)
    {
        var left = _buckets.GetStatistics(key)?.CurrentAvailablePermits ?? _options.Requests;
        return (left, (int)Math.Ceiling((_options.Requests - left) / PerSecond));
    }

    public void Dispose() => _buckets.Dispose();
}
