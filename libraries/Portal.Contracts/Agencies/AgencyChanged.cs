using Portal.Contracts.Accounts;

namespace Portal.Contracts.Agencies;

/// <summary>
/// An agency (the producer on its certificates) was added or changed. Carries the whole agency as it now stands.
/// </summary>
public sealed record AgencyChanged
{
    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Grows with each change of the agency; an older version never overwrites a newer one.</summary>
    public required long Version { get; init; }

    /// <summary>Name of the agency, as certificates show it as the producer.</summary>
    public required string Name { get; init; }

    /// <summary>Postal address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Person whom holders may ask.</summary>
    public required string ContactName { get; init; }

    /// <summary>Telephone number as it is written.</summary>
    public required string Phone { get; init; }

    /// <summary>Fax number as it is written, where there is one.</summary>
    public string? Fax { get; init; }

    /// <summary>Email address of the agency.</summary>
    public required string Email { get; init; }

    /// <summary>Name of the representative who is authorised to sign the agency's certificates.</summary>
    public required string AuthorizedRepresentative { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
