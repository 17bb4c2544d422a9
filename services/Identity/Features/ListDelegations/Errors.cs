using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ListDelegations;

/// <summary>The caller sees no delegation of this id.</summary>
internal sealed record DelegationUnknown() : NotFound(
    "delegation-unknown", "There is no delegation of this id; GET /api/v1/delegations lists those that you may see.");
