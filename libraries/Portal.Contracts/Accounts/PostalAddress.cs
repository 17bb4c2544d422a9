namespace Portal.Contracts.Accounts;

/// <summary>A postal address in the United States.</summary>
public sealed record PostalAddress
{
    /// <summary>Street, number and suite on one line.</summary>
    public required string Street { get; init; }

    /// <summary>City.</summary>
    public required string City { get; init; }

    /// <summary>Two-letter USPS code of the state.</summary>
    public required string State { get; init; }

    /// <summary>ZIP code of five digits, or nine as 12345-6789.</summary>
    public required string Zip { get; init; }
}
