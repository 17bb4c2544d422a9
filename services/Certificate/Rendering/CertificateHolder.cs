using Portal.Contracts.Accounts;

namespace Portal.Certificates.Rendering;

/// <summary>To whom the certificate is given.</summary>
internal sealed record CertificateHolder
{
    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }
}
