using Portal.Contracts.Accounts;
using Portal.Contracts.Agencies;

namespace Portal.Certificates.Storage;

/// <summary>
/// An agency as its copy keeps it. A type of its own, so that the message can change without the stored rows; its JSON
/// is that of the message of today.
/// </summary>
public sealed record AgencyDetails
{
    public required Guid AgencyId { get; init; }

    public required long Version { get; init; }

    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    /// <summary>Person whom holders may ask.</summary>
    public required string ContactName { get; init; }

    public required string Phone { get; init; }

    public string? Fax { get; init; }

    public required string Email { get; init; }

    /// <summary>Name of the representative who is authorised to sign the agency's certificates.</summary>
    public required string AuthorizedRepresentative { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public static AgencyDetails Of(AgencyChanged changed) => new()
    {
        AgencyId = changed.AgencyId,
        Version = changed.Version,
        Name = changed.Name,
        Address = changed.Address,
        ContactName = changed.ContactName,
        Phone = changed.Phone,
        Fax = changed.Fax,
        Email = changed.Email,
        AuthorizedRepresentative = changed.AuthorizedRepresentative,
        OccurredAt = changed.OccurredAt,
    };
}
