namespace Portal.Gateway.Limits;

/// <summary>One limit of the configuration section <c>Limits</c>: a bucket that fills evenly and may be emptied at once.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests within <see cref="Seconds"/>, and at most at once.</summary>
    public required int Requests { get; set; }

    public required int Seconds { get; set; }

    public required LimitPartition By { get; set; }

    /// <summary>Reads and checks all limits.</summary>
    /// <exception cref="InvalidOperationException">A limit is missing a part.</exception>
    public static IReadOnlyDictionary<string, LimitOptions> ReadAll(IConfiguration configuration)
    {
        var limits = configuration.GetSection(Section).GetChildren()
            .ToDictionary(limit => limit.Key, limit => limit.Get<LimitOptions>()!, StringComparer.Ordinal);
        return limits.Values.All(limit => limit is { Requests: > 0, Seconds: > 0 })
            ? limits
            : throw new InvalidOperationException($"Each of {Section} needs Requests and Seconds above 0, and By.");
    }
}
