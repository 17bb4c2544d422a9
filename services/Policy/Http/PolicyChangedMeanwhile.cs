using Portal.Policies.Domain;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>Somebody else changed the policy since the caller read it.</summary>
internal sealed record PolicyChangedMeanwhile(string ETag) : PreconditionFailed(
    "changed-meanwhile", $"The policy was changed since you read it and now has the ETag {ETag}; read it again, then decide.")
{
    /// <summary>The problem when an If-Match header names another version; null when it may go on.</summary>
    public static Error? Check(string? ifMatch, Policy policy) =>
        ETags.Match(ifMatch, policy.RowVersion) ? null : new PolicyChangedMeanwhile(ETags.Of(policy.RowVersion)) { Field = "If-Match" };
}
