using System.Text.Json.Serialization;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Keys;

/// <summary>
/// Claims of an access token (RFC 9068, section 2.2; act by RFC 8693, section 4.1), and the portal's own. What is null
/// is left out; issuer, id and times are the token issuer's to set.
/// </summary>
internal sealed record AccessTokenClaims
{
    [JsonPropertyName("iss")]
    public string Issuer { get; init; } = "";

    [JsonPropertyName("aud")]
    public string Audience { get; } = TokenOptions.Audience;

    [JsonPropertyName(PortalClaims.Subject)]
    public required string Subject { get; init; }

    [JsonPropertyName(PortalClaims.ClientId)]
    public required string ClientId { get; init; }

    [JsonPropertyName(PortalClaims.Agency)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Agency { get; init; }

    [JsonPropertyName(PortalClaims.Account)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Account { get; init; }

    [JsonPropertyName(PortalClaims.Role)]
    public required string Role { get; init; }

    [JsonPropertyName(PortalClaims.Scope)]
    public required string Scope { get; init; }

    [JsonPropertyName(PortalClaims.Name)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [JsonPropertyName(PortalClaims.Session)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Session { get; init; }

    /// <summary><see cref="PortalClaims.ViewMode"/> or <see cref="PortalClaims.ManageMode"/>.</summary>
    [JsonPropertyName(PortalClaims.Mode)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mode { get; init; }

    [JsonPropertyName(PortalClaims.Actor)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActorClaim? Actor { get; init; }

    [JsonPropertyName(PortalClaims.Delegation)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Delegation { get; init; }

    /// <summary>Ids of the tokens that it was exchanged from, divided by blanks.</summary>
    [JsonPropertyName(PortalClaims.Origins)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origins { get; init; }

    /// <summary>Identifies the token.</summary>
    [JsonPropertyName("jti")]
    public string Id { get; init; } = "";

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("iat")]
    public long IssuedAt { get; init; }

    /// <summary>Seconds since 1970.</summary>
    [JsonPropertyName("exp")]
    public long ExpiresAt { get; init; }
}
