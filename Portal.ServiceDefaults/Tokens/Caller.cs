using System.Security.Claims;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Who calls, as the access token says.</summary>
public static class Caller
{
    /// <summary>Agency whose data the caller reaches. A token without one reaches nothing: the empty id.</summary>
    public static Guid AgencyId(this ClaimsPrincipal caller) => Id(caller, PortalClaims.Agency) ?? Guid.Empty;

    /// <summary>Account that the caller is bounded to; null when it may reach every account of its agency.</summary>
    public static Guid? AccountId(this ClaimsPrincipal caller) => Id(caller, PortalClaims.Account);

    /// <summary>Subject of the token.</summary>
    public static string Subject(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(PortalClaims.Subject)
        ?? throw new InvalidOperationException("The caller is not authenticated; the route must require authorization.");

    /// <summary>Whether the token carries a scope.</summary>
    public static bool HasScope(this ClaimsPrincipal caller, string scope) =>
        caller.FindFirstValue(PortalClaims.Scope)?.Split(' ').Contains(scope, StringComparer.Ordinal) is true;

    private static Guid? Id(ClaimsPrincipal caller, string claim) =>
        Guid.TryParse(caller.FindFirstValue(claim), out var id) ? id : null;
}
