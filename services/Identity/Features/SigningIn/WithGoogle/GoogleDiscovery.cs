using System.Text.Json.Serialization;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>What the provider says of itself (OpenID Connect Discovery, section 3), as far as it is used here.</summary>
internal sealed record GoogleDiscovery(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string AuthorizationEndpoint,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("jwks_uri")] string KeySet);

/// <summary>A public key of the provider (RFC 7517; members by RFC 7518, section 6).</summary>
internal sealed record GoogleKey(
    [property: JsonPropertyName("kty")] string? Kty,
    [property: JsonPropertyName("kid")] string? Kid,
    [property: JsonPropertyName("use")] string? Use,
    [property: JsonPropertyName("alg")] string? Alg,
    [property: JsonPropertyName("n")] string? N,
    [property: JsonPropertyName("e")] string? E,
    [property: JsonPropertyName("crv")] string? Crv,
    [property: JsonPropertyName("x")] string? X,
    [property: JsonPropertyName("y")] string? Y);

/// <summary>The provider's keys.</summary>
internal sealed record GoogleKeySet([property: JsonPropertyName("keys")] IReadOnlyList<GoogleKey> Keys);
