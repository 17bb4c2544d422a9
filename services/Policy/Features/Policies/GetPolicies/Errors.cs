using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.GetPolicies;

internal sealed record PolicyNotKnownThen() : NotFound(
    "policy-not-found", "Nothing was recorded of the policy by then; take a later 'knownAt'.");
