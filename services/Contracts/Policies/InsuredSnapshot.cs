namespace Portal.Contracts;

/// <summary>The named insured as it stood when the event happened.</summary>
public sealed record InsuredSnapshot
{
    public required string ClientRef { get; init; }

    public required string LegalName { get; init; }

    public string? Dba { get; init; }

    public required PostalAddress Address { get; init; }
}
