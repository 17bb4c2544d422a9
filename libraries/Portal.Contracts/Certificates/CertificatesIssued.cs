namespace Portal.Contracts.Certificates;

/// <summary>
/// A batch of certificates was issued and stored. All of one distribution, so of one insured and agency.
/// </summary>
public sealed record CertificatesIssued
{
    /// <summary>The distribution.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The client.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Number of the batch within its distribution, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Legal name of the insured.</summary>
    public required string InsuredName { get; init; }

    /// <summary>Name, contact, phone and e-mail of the agency that stands behind the certificates.</summary>
    public required ProducerSnapshot Producer { get; init; }

    /// <summary>The certificates of one batch.</summary>
    public required IssuedCertificate[] Certificates { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
