using Portal.Contracts.Accounts;

namespace Portal.Certificates.Rendering;

/// <summary>The agency that issues the certificate.</summary>
internal sealed record CertificateProducer
{
    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    public required string ContactName { get; init; }

    public required string Phone { get; init; }

    public string? Fax { get; init; }

    public required string Email { get; init; }
}
