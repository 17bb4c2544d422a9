namespace Portal.Identity.Domain.SignIns;

/// <summary>
/// Where a browser goes after signing in, as a request asked for it: only ever a path of this portal.
/// </summary>
internal static class ReturnTo
{
    private const int MaxLength = 2000;

    /// <summary>
    /// The path when a browser can take it for nothing but a path of the same site: one slash first, no second beside
    /// it, no backslash (which browsers read as a slash), nothing outside printable ASCII (some of which browsers leave
    /// out). Else null.
    /// </summary>
    public static string? Read(string? asked) =>
        asked is ['/', ..] and { Length: <= MaxLength }
        && !asked.Contains("//", StringComparison.Ordinal)
        && !asked.Contains('\\', StringComparison.Ordinal)
        && asked.All(one => one is > ' ' and < '\x7f')
            ? asked
            : null;
}
