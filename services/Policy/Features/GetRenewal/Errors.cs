using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.GetRenewal;

internal sealed record RenewalNotFound() : NotFound("renewal-not-found", "No renewal promised this distribution.");
