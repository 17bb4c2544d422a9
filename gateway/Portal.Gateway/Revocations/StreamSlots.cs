using System.Threading.RateLimiting;
using Portal.Gateway.Limits;

namespace Portal.Gateway.Revocations;

/// <summary>
/// The slots for open streams, as the limit <c>streams</c> gives them to each caller; where no token is asked for, to
/// each site.
/// </summary>
internal sealed class StreamSlots(LimiterSet limits) : IDisposable
{
    private const string Limit = "streams";

    private readonly LimitPartition _by = limits.WithSlots(Limit).By;
    private readonly ConcurrencySlots _slots = new(limits.WithSlots(Limit).AtOnce);

    /// <summary>Most that a caller has open together.</summary>
    public int Each => _slots.Each;

    public RateLimitLease Take(HttpContext http) => _slots.Take(LimitKeys.Of(http, _by));

    public void Dispose() => _slots.Dispose();
}
