using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ListClients;

/// <summary>The agency has no client of this id.</summary>
internal sealed record ClientUnknown() : NotFound("client-unknown", "The agency has no client of this id.");
