namespace Portal.Contracts;

/// <summary>An agency (the producer on its certificates) was added or changed. Carries the whole agency as it now stands.</summary>
public sealed record AgencyChanged
{
    public required Guid AgencyId { get; init; }

    /// <summary>Grows with each change of the agency; an older version never overwrites a newer one.</summary>
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
}
