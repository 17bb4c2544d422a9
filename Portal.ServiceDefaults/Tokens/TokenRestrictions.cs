using System.Text.Json;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>
/// The claims that narrow a token. Each is there whole or not at all: one of an unknown kind must not be passed over,
/// or its token would pass for one that is not narrowed.
/// </summary>
internal static class TokenRestrictions
{
    /// <summary>Whether every narrowing claim says something that is understood here.</summary>
    public static bool AreUnderstood(JsonElement claims) =>
        AccountIsUnderstood(claims) && (IsDelegated(claims) ? DelegationIsWhole(claims) : IsPlain(claims));

    private static bool AccountIsUnderstood(JsonElement claims) => claims.TryGetProperty(PortalClaims.Account, out _)
        ? IsId(claims, PortalClaims.Account)
        : claims.Text(PortalClaims.Role) != Roles.Insured;

    private static bool IsDelegated(JsonElement claims) => claims.TryGetProperty(PortalClaims.Actor, out _);

    private static bool IsPlain(JsonElement claims) =>
        !claims.TryGetProperty(PortalClaims.Mode, out _) && !claims.TryGetProperty(PortalClaims.Delegation, out _);

    private static bool DelegationIsWhole(JsonElement claims) =>
        IsActor(claims.GetProperty(PortalClaims.Actor))
        && IsId(claims, PortalClaims.Account)
        && IsId(claims, PortalClaims.Delegation)
        && claims.Text(PortalClaims.Mode) is PortalClaims.ViewMode or PortalClaims.ManageMode;

    // An actor within the actor (RFC 8693, section 4.1) would be a chain, and nobody steps in by stepping in.
    private static bool IsActor(JsonElement actor) =>
        actor.ValueKind == JsonValueKind.Object
        && actor.Text(PortalClaims.Subject) is { Length: > 0 }
        && !actor.TryGetProperty(PortalClaims.Actor, out _);

    private static bool IsId(JsonElement claims, string claim) =>
        Guid.TryParse(claims.Text(claim), out var id) && id != Guid.Empty;
}
