using Portal.Contracts.Accounts;

namespace Portal.Identity.Domain.Agencies;

/// <summary>The agency as its certificates name it: the producer (ACORD 25, box Producer).</summary>
internal sealed record ProducerDetails
{
    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    /// <summary>Person whom holders may ask.</summary>
    public required string ContactName { get; init; }

    public required string Phone { get; init; }

    public string? Fax { get; init; }

    public required string Email { get; init; }

    /// <summary>Who is authorised to sign the agency's certificates.</summary>
    public required string AuthorizedRepresentative { get; init; }
}
