using System.Threading.RateLimiting;
using Portal.Gateway.Limits;

namespace Portal.Gateway.Revocations;

/// <summary>The places for open streams, as the limit <c>streams</c> gives them to each caller; where no token is asked for, to each site.</summary>
internal sealed class StreamPlaces(LimiterSet limits) : IDisposable
{
    private const string Limit = "streams";

    private readonly LimitPartition _by = limits.WithPlaces(Limit).By;
    private readonly Places _places = new(limits.WithPlaces(Limit).AtOnce);

    /// <summary>Most that a caller has open together.</summary>
    public int Each => _places.Each;

    public RateLimitLease Take(HttpContext http) => _places.Take(LimitKeys.Of(http, _by));

    public void Dispose() => _places.Dispose();
}
