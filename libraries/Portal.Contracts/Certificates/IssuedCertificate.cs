namespace Portal.Contracts.Certificates;

/// <summary>One certificate of a batch, as much of it as a message to its holder tells.</summary>
public sealed record IssuedCertificate
{
    /// <summary>The certificate.</summary>
    public required Guid CertificateId { get; init; }

    /// <summary>What the holder is shown of the client: the share that the certificate was issued for.</summary>
    public required Guid ShareId { get; init; }

    /// <summary>Name of the certificate holder.</summary>
    public required string HolderName { get; init; }

    /// <summary>Address that the certificate is sent to.</summary>
    public required string HolderEmail { get; init; }

    /// <summary>Number of the certificate.</summary>
    public required string Number { get; init; }

    /// <summary>Counts the certificates of one share, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Address of the page that says whether the certificate is still the latest.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>The policies that it shows.</summary>
    public required IssuedPolicy[] Policies { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
