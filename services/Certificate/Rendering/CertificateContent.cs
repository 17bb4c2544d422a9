using Portal.Contracts.Policies;

namespace Portal.Certificates.Rendering;

/// <summary>Everything a certificate of liability insurance shows.</summary>
internal sealed record CertificateContent
{
    public required string Number { get; init; }

    /// <summary>Counts the certificates of one share, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Date that the certificate bears.</summary>
    public required DateOnly DateIssued { get; init; }

    /// <summary>Instant that the file's own information bears.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    public required CertificateProducer Producer { get; init; }

    public required InsuredSnapshot Insured { get; init; }

    /// <summary>
    /// The policies that the holder is shown, no others. A cancelled one affords nothing and is left out.
    /// </summary>
    public required IReadOnlyList<PolicySnapshot> Policies { get; init; }

    public required CertificateHolder Holder { get; init; }

    public required HolderTerms Terms { get; init; }

    /// <summary>Name of the person who is authorized to sign.</summary>
    public required string AuthorizedRepresentative { get; init; }

    /// <summary>Public address that tells whether the certificate is current.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>Whether it only shows how a certificate would look, and says so across each page.</summary>
    public bool IsPreview { get; init; }
}
