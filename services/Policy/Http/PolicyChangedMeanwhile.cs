using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>Somebody else changed the policy since the caller read it.</summary>
internal sealed record PolicyChangedMeanwhile(string ETag) : PreconditionFailed(
    "changed-meanwhile", $"The policy was changed since you read it and now has the ETag {ETag}; read it again, then decide.");
