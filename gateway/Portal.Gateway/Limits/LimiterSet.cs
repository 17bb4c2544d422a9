namespace Portal.Gateway.Limits;

/// <summary>The limits by name, with what counts their requests.</summary>
internal sealed class LimiterSet(IReadOnlyDictionary<string, LimitOptions> limits) : IDisposable
{
    private readonly Dictionary<string, Limiter> _limiters = limits.Where(limit => limit.Value.CountsRequests)
        .ToDictionary(limit => limit.Key, limit => new Limiter(limit.Value), StringComparer.Ordinal);

    public Limiter this[string name] => _limiters[name];

    /// <summary>The limit as it is set.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it counts nothing that is open.</exception>
    public LimitOptions WithSlots(string name) => limits.GetValueOrDefault(name) is { AtOnce: > 0 } limit
        ? limit
        : throw new InvalidOperationException($"{LimitOptions.Section}:{name} needs AtOnce above 0.");

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }
}
