using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.DecideConsent;

/// <summary>The caller is bounded to no account.</summary>
internal sealed record ConsentNotFound() : NotFound(
    "consent-not-found", "You are in no client's account; GET /api/v1/clients/{id}/consent tells a client's consent.");
