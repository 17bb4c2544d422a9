namespace Portal.Notification.Domain.Deliveries;

/// <summary>What a message about a certificate says: the data as of the certificate's issue.</summary>
internal sealed class Notice
{
    public required string HolderName { get; init; }

    public required string HolderEmail { get; init; }

    /// <summary>Legal name of the insured.</summary>
    public required string InsuredName { get; init; }

    public required string CertificateNumber { get; init; }

    /// <summary>Counts the certificates of the holder for this insured, from 1.</summary>
    public required int Revision { get; init; }

    public required string VerificationUrl { get; init; }

    public required Producer Producer { get; init; }

    public required List<NoticePolicy> Policies { get; init; }
}
