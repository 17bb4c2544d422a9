namespace Portal.Contracts;

/// <summary>A batch of certificates was issued and stored. All of one distribution, so of one insured and agency.</summary>
public sealed record CertificatesIssued
{
    public required Guid DistributionId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Number of the batch within its distribution, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Legal name of the insured.</summary>
    public required string InsuredName { get; init; }

    /// <summary>Name, contact, phone and e-mail of the agency that stands behind the certificates.</summary>
    public required ProducerSnapshot Producer { get; init; }

    public required IssuedCertificate[] Certificates { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
