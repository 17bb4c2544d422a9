using System.Text.Json.Serialization;

namespace Portal.Identity.Features.DescribeProvider;

/// <summary>What this authorization server can do (RFC 8414, section 2). Only what is true is told.</summary>
internal sealed record ProviderDescription
{
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    [JsonPropertyName("token_endpoint")]
    public required string TokenEndpoint { get; init; }

    [JsonPropertyName("jwks_uri")]
    public required string KeySet { get; init; }

    [JsonPropertyName("scopes_supported")]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Empty, because nothing uses an authorization endpoint; the member itself is required.</summary>
    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = [];

    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypes { get; } = ["client_credentials"];

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> ClientAuthentication { get; } = ["client_secret_basic", "client_secret_post"];
}
