using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.GetAgency;

/// <summary>The token names no agency, or one that is not there.</summary>
internal sealed record AgencyUnknown() : NotFound("agency-unknown", "The token belongs to no agency.");
