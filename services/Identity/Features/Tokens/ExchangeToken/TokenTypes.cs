namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>Identifiers of what is exchanged (RFC 8693, section 3, and the portal's own).</summary>
internal static class TokenTypes
{
    public const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>An access token again, for who asks by its form.</summary>
    public const string Jwt = "urn:ietf:params:oauth:token-type:jwt";

    /// <summary>A session's reference, as the browser's cookie holds it.</summary>
    public const string Session = "urn:portal:params:oauth:token-type:session";

    /// <summary>A delegation's id.</summary>
    public const string Delegation = "urn:portal:params:oauth:token-type:delegation";
}
