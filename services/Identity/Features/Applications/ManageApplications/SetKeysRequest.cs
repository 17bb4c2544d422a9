using System.Text.Json.Serialization;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>
/// All public keys of an application, as a JSON Web Key Set (RFC 7517), whose unknown members are ignored (sections 4
/// and 5).
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record SetKeysRequest
{
    public IReadOnlyList<ApplicationKeyRequest>? Keys { get; init; }
}

/// <summary>A public key: EC, P-256, with a kid of its own (RFC 7518, section 6.2).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record ApplicationKeyRequest
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
