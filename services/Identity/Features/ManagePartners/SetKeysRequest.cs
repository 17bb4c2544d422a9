using System.Text.Json.Serialization;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>All public keys of a client, as a JSON Web Key Set (RFC 7517, section 5).</summary>
public sealed record SetKeysRequest
{
    public IReadOnlyList<PartnerKey>? Keys { get; init; }
}

/// <summary>A public key: EC, P-256, with a kid of its own (RFC 7518, section 6.2).</summary>
public sealed record PartnerKey
{
    public string? Kty { get; init; }

    public string? Crv { get; init; }

    public string? X { get; init; }

    public string? Y { get; init; }

    /// <summary>Name of the key, which assertions carry; at most 100 characters.</summary>
    public string? Kid { get; init; }

    public string? Use { get; init; }

    public string? Alg { get; init; }

    /// <summary>The private half, which must never be sent; a key that has it is refused.</summary>
    [JsonPropertyName("d")]
    public string? Private { get; init; }
}
