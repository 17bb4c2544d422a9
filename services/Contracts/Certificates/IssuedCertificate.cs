namespace Portal.Contracts;

/// <summary>One certificate of a batch, as much of it as a message to its holder tells.</summary>
public sealed record IssuedCertificate
{
    public required Guid CertificateId { get; init; }

    public required Guid ShareId { get; init; }

    public required string HolderName { get; init; }

    public required string HolderEmail { get; init; }

    public required string Number { get; init; }

    /// <summary>Counts the certificates of one share, from 1.</summary>
    public required int Revision { get; init; }

    public required string VerificationUrl { get; init; }

    public required IssuedPolicy[] Policies { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
}
