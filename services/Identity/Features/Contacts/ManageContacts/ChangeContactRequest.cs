using System.Text.Json.Serialization;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>
/// A JSON merge patch (RFC 7396) of a contact: what is not given stays, a mobile number given as null is removed.
/// </summary>
public sealed record ChangeContactRequest
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>An American number as people write it, or any in E.164.</summary>
    public string? Mobile
    {
        get;
        init => (field, GivesMobile) = (value, true);
    }

    /// <summary>The Client Center toggle.</summary>
    public bool? Access { get; init; }

    /// <summary>Whether the patch says something of the mobile number.</summary>
    [JsonIgnore]
    public bool GivesMobile { get; private init; }
}
