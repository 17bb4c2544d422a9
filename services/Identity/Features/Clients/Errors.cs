using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Clients;

/// <summary>The agency has no client of this id.</summary>
internal sealed record ClientNotFound() : NotFound("client-not-found", "The agency has no client of this id.");
