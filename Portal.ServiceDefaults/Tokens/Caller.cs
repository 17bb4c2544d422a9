using System.Security.Claims;
using System.Text.Json;

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
        ?? throw new InvalidOperationException(
            "The caller is not authenticated; the route must require authorization.");

    /// <summary>Whoever acts for the subject (RFC 8693, section 4.1), else the subject itself.</summary>
    public static Actor Actor(this ClaimsPrincipal caller)
    {
        if (caller.FindFirstValue(PortalClaims.Actor) is not { } act)
        {
            return new Actor(
                caller.Subject(), caller.FindFirstValue(PortalClaims.Name), caller.FindFirstValue(PortalClaims.Role));
        }

        // The token was accepted, so this is an object with a subject.
        using var actor = JsonDocument.Parse(act);
        return new Actor(
            actor.RootElement.GetProperty(PortalClaims.Subject).GetString()!,
            actor.RootElement.Text(PortalClaims.Name),
            actor.RootElement.Text(PortalClaims.Role) ?? caller.FindFirstValue(PortalClaims.Role));
    }

    /// <summary>Whether the token carries a scope.</summary>
    public static bool HasScope(this ClaimsPrincipal caller, string scope) =>
        caller.FindFirstValue(PortalClaims.Scope)?.Split(' ').Contains(scope, StringComparer.Ordinal) is true;

    /// <summary>Session that the token was issued for; null for a client that got the token for itself.</summary>
    public static Guid? SessionId(this ClaimsPrincipal caller) => Id(caller, PortalClaims.Session);

    /// <summary>Delegation by which somebody acts for the subject; null where nobody does.</summary>
    public static Guid? DelegationId(this ClaimsPrincipal caller) => Id(caller, PortalClaims.Delegation);

    /// <summary>Whether somebody who may only look acts for the subject.</summary>
    public static bool MayOnlyView(this ClaimsPrincipal caller) =>
        caller.HasClaim(PortalClaims.Mode, PortalClaims.ViewMode);

    private static Guid? Id(ClaimsPrincipal caller, string claim) =>
        Guid.TryParse(caller.FindFirstValue(claim), out var id) ? id : null;
}
