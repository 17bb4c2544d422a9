using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>The request brings no token.</summary>
public sealed record TokenRequired() : Unauthenticated(
    "token-required", "Send an access token as 'Authorization: Bearer ...'; POST /connect/token issues one.");

/// <summary>The token proves nothing, or does no longer.</summary>
public sealed record TokenInvalid(string Detail) : Unauthenticated("token-invalid", Detail);

/// <summary>Whether a caller is who it says can't be told at the moment.</summary>
public sealed record IdentityUnavailable() : Unavailable(
    "identity-unavailable",
    "Who calls can't be told because the identity service does not answer; try again in a few seconds.");

internal sealed record ScopeInsufficient(string Lacking)
    : Forbidden("scope-insufficient", $"The token lacks the scope {Lacking}.");

internal sealed record NotAllowed() : Forbidden("forbidden", "The caller may not do this.");

internal sealed record ViewOnly() : Forbidden(
    "view-only", "You are in this account to view it. Step in to manage it, if you may, and then change it.");
