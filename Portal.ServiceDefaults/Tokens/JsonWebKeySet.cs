using System.Text.Json.Serialization;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>The keys with which tokens may be signed now (RFC 7517, section 5).</summary>
public sealed record JsonWebKeySet([property: JsonPropertyName("keys")] IReadOnlyList<JsonWebKey> Keys);
