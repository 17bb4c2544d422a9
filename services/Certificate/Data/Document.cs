using Portal.Certificates.Domain;

namespace Portal.Certificates.Data;

/// <summary>The PDF of one certificate.</summary>
public sealed class Document
{
    public required CertificateId CertificateId { get; init; }

    public required byte[] Content { get; init; }
}
