using System.Text.Json.Serialization;

namespace Portal.ServiceDefaults.Clients;

/// <summary>Successful answer of the token endpoint (RFC 6749, section 5.1).</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
    [property: JsonPropertyName("expires_in"), JsonRequired] int ExpiresIn);
