using System.Globalization;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Http;

/// <summary>Entity tags (RFC 9110, section 8.8.3) out of the version of what is stored.</summary>
internal static class ETags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The problem when an If-Match header names another version (RFC 9110, section 13.1.1); null when it may go on.</summary>
    public static Error? Check(string? ifMatch, string current) =>
        ifMatch is null || ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == current)
            ? null
            : new ChangedMeanwhile { Field = "If-Match" };
}
