using System.Text.Json.Serialization;

namespace Portal.Identity.Features.Clients.ChangeClient;

/// <summary>
/// A JSON merge patch (RFC 7396) of a client: what is not given stays, a dba given as null is removed.
/// </summary>
public sealed record ChangeClientRequest
{
    public string? LegalName { get; init; }

    /// <summary>Name the client does business as.</summary>
    public string? Dba
    {
        get;
        init => (field, GivesDba) = (value, true);
    }

    public ChangeAddressRequest? Address { get; init; }

    /// <summary>Whether the patch says something of the dba.</summary>
    [JsonIgnore]
    public bool GivesDba { get; private init; }
}
