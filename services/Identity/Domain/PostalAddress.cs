namespace Portal.Identity.Domain;

/// <summary>A postal address in the United States.</summary>
internal sealed record PostalAddress
{
    public required string Street { get; init; }

    public required string City { get; init; }

    /// <summary>Two-letter USPS code.</summary>
    public required string State { get; init; }

    public required string Zip { get; init; }
}
