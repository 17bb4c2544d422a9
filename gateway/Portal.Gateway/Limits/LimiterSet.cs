namespace Portal.Gateway.Limits;

/// <summary>The limiters by name.</summary>
internal sealed class LimiterSet(IReadOnlyDictionary<string, LimitOptions> limits) : IDisposable
{
    private readonly Dictionary<string, Limiter> _limiters =
        limits.ToDictionary(limit => limit.Key, limit => new Limiter(limit.Value), StringComparer.Ordinal);

    public Limiter this[string name] => _limiters[name];

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }
}
