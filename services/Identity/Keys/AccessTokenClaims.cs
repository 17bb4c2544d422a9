using System.Text.Json.Serialization;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>Claims of an access token (RFC 9068, section 2.2), and the portal's own agency and role.</summary>
internal sealed record AccessTokenClaims
{
    [JsonPropertyName("iss")]
    public required string Issuer { get; init; }

    [JsonPropertyName("aud")]
    public string Audience { get; } = TokenOptions.Audience;

    [JsonPropertyName(PortalClaims.Subject)]
    public required string Subject { get; init; }

    [JsonPropertyName(PortalClaims.ClientId)]
    public required string ClientId { get; init; }

    [JsonPropertyName(PortalClaims.Agency)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Agency { get; init; }

    [JsonPropertyName(PortalClaims.Role)]
    public required string Role { get; init; }

    [JsonPropertyName(PortalClaims.Scope)]
    public required string Scope { get; init; }

    /// <summary>Identifies the token.</summary>
    [JsonPropertyName("jti")]
    public required string Id { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("iat")]
    public required long IssuedAt { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public required long ExpiresAt { get; init; }
}
