using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.DecideConsent;

/// <summary>The caller is bounded to no account.</summary>
internal sealed record NoAccountOpen() : NotFound(
    "no-account-open", "You are in no client's account; GET /api/v1/clients/{id}/consent tells a client's consent.");

internal sealed record GivenMissing() : RuleViolation("given-missing", "Say in given, as true or false, whether the agency may step in.");
