using System.Globalization;
using Portal.Policies.Domain;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>Entity tags (RFC 9110, section 8.8.3) out of the stamp of the stored row.</summary>
internal static class ETags
{
    public static string Of(Policy policy) => string.Create(CultureInfo.InvariantCulture, $"\"{policy.RowVersion}\"");

    /// <summary>The problem when an If-Match header names another version (RFC 9110, section 13.1.1); null when it may go on.</summary>
    public static Error? Check(string? ifMatch, Policy policy)
    {
        if (ifMatch is null || ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == Of(policy)))
        {
            return null;
        }

        return new PolicyChangedMeanwhile(Of(policy)) { Field = "If-Match" };
    }
}
