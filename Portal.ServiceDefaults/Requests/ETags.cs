using System.Globalization;

namespace Portal.ServiceDefaults.Requests;

/// <summary>Entity tags (RFC 9110, section 8.8.3) out of the version of what is stored.</summary>
public static class ETags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// Whether an If-Match header lets a change go on (RFC 9110, section 13.1.1): it is not there, or names the
    /// version.
    /// </summary>
    public static bool Match(string? ifMatch, long version) =>
        ifMatch is null
            || ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == Of(version));
}
