using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations;

/// <summary>The caller sees no delegation of this id.</summary>
internal sealed record DelegationNotFound() : NotFound(
    "delegation-not-found", "There is no delegation of this id; GET /api/v1/delegations lists those that you may see.");
