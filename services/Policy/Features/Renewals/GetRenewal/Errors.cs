using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Renewals.GetRenewal;

internal sealed record RenewalNotFound() : NotFound("renewal-not-found", "No renewal promised this distribution.");
