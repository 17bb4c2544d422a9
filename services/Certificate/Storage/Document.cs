using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>The PDF of one certificate.</summary>
public sealed class Document
{
    public required CertificateId CertificateId { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>What the PDF says, for a store that lies outside of the database; null in what a store finds.</summary>
    public DocumentSnapshot? Snapshot { get; init; }
}
