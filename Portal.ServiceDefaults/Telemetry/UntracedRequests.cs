namespace Portal.ServiceDefaults.Telemetry;

/// <summary>
/// Requests that are made by the clock and several times a second; their spans would hide those that somebody asked
/// for.
/// </summary>
internal static class UntracedRequests
{
    private static readonly string[] Paths = ["/health", "/alive", "/internal/v1/revocations"];

    /// <summary>Whether no span is recorded of a request to this path.</summary>
    public static bool Covers(string? path) => Paths.Contains(path, StringComparer.OrdinalIgnoreCase);
}
