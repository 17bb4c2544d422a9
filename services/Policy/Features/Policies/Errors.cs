using Portal.Insurance;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

internal sealed record PolicyNotFound() : NotFound(
    "policy-not-found", "There is no policy with this id; take it from GET /api/v1/policies.");

internal sealed record LimitNotKnown() : RuleViolation(
    "field-unexpected",
    $"There is no such limit; use {string.Join(", ", LimitDefinition.All.Select(limit => limit.JsonName))}.");

/// <summary>The policy was changed since the caller read it.</summary>
internal sealed record PolicyChangedMeanwhile(string ETag) : PreconditionFailed(
    "changed-meanwhile",
    $"The policy was changed since you read it and now has the ETag {ETag}; read it again, then decide.")
{
    /// <summary>The problem when an If-Match header names another version; null when it may go on.</summary>
    public static Error? Check(string? ifMatch, Policy policy)
    {
        var current = ETags.Of(policy.Revision);
        return ETags.Match(ifMatch, policy.Revision)
            ? null
            : new PolicyChangedMeanwhile(current) { Field = "If-Match" };
    }
}
