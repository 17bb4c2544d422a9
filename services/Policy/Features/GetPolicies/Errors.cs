using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.GetPolicies;

internal sealed record PolicyNotFound() : NotFound("policy-not-found", "There is no policy with this id; take it from GET /api/v1/policies.");
