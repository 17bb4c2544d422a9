using System.Text.Json;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens;

/// <summary>An access token that this server issued.</summary>
internal sealed class IssuedToken(JsonElement claims)
{
    /// <summary>Everything that the token says.</summary>
    public JsonElement Claims => claims;

    public string Subject => Text(PortalClaims.Subject)!;

    public string ClientId => Text(PortalClaims.ClientId)!;

    /// <summary>The token's own id (jti).</summary>
    public string Id => Text("jti")!;

    /// <summary>Ids of the tokens that it was exchanged from, oldest first.</summary>
    public IReadOnlyList<string> Origins =>
        Text(PortalClaims.Origins)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public DateTimeOffset IssuedAt => Instant("iat");

    public DateTimeOffset ExpiresAt => Instant("exp");

    public IReadOnlyList<string> Scopes => Text(PortalClaims.Scope)!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Guid? Account => Text(PortalClaims.Account) is { } account ? Guid.Parse(account) : null;

    public string? Session => Text(PortalClaims.Session);

    public string? Delegation => Text(PortalClaims.Delegation);

    /// <summary>Whether somebody acts for the subject.</summary>
    public bool HasActor => claims.TryGetProperty(PortalClaims.Actor, out _);

    private string? Text(string claim) => claims.Text(claim);

    private DateTimeOffset Instant(string claim) => DateTimeOffset.FromUnixTimeSeconds(claims.Number(claim)!.Value);
}
