namespace Portal.Gateway.Limits;

/// <summary>
/// One limit of the configuration section <c>Limits</c>: a bucket that fills evenly and may be emptied at once, a
/// number of places for what is under way or stays open, or both.
/// </summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests within <see cref="Seconds"/>, and at most at once; 0 where none are counted.</summary>
    public int Requests { get; set; }

    public int Seconds { get; set; }

    /// <summary>Most that may be under way or open together; 0 where that is not counted.</summary>
    public int AtOnce { get; set; }

    public required LimitPartition By { get; set; }

    /// <summary>Whether requests are counted, which a route's limit does.</summary>
    public bool CountsRequests => Requests > 0;

    /// <summary>Reads and checks all limits.</summary>
    /// <exception cref="InvalidOperationException">A limit is missing a part.</exception>
    public static IReadOnlyDictionary<string, LimitOptions> ReadAll(IConfiguration configuration)
    {
        var limits = configuration.GetSection(Section).GetChildren()
            .ToDictionary(limit => limit.Key, limit => limit.Get<LimitOptions>()!, StringComparer.Ordinal);
        return limits.Values.All(
            limit => limit is { Requests: > 0, Seconds: > 0, AtOnce: >= 0 } or { Requests: 0, AtOnce: > 0 })
            ? limits
            : throw new InvalidOperationException(
                $"Each of {Section} needs Requests and Seconds above 0, or AtOnce above 0, and By.");
    }
}
