using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Http;

/// <summary>Somebody else changed it since the caller read it.</summary>
internal sealed record ChangedMeanwhile() : PreconditionFailed(
    "changed-meanwhile", "This was changed since you read it; read it again, then decide.")
{
    /// <summary>The problem when an If-Match header names another version; null when it may go on.</summary>
    public static Error? Check(string? ifMatch, long version) =>
        ETags.Match(ifMatch, version) ? null : new ChangedMeanwhile { Field = "If-Match" };
}
