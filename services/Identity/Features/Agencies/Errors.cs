using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Agencies;

/// <summary>The token names no agency, or one that is not there.</summary>
internal sealed record AgencyNotFound() : NotFound("agency-not-found", "The token belongs to no agency.");
