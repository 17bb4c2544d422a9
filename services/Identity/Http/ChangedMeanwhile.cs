using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Http;

/// <summary>Somebody else changed it since the caller read it.</summary>
internal sealed record ChangedMeanwhile() : PreconditionFailed(
    "changed-meanwhile", "This was changed since you read it; read it again, then decide.");
