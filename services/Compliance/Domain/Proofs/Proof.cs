using Portal.ServiceDefaults.Agencies;

namespace Portal.Compliance.Domain.Proofs;

/// <summary>What one holder (a share) holds as proof: the newest certificate that it was issued.</summary>
internal sealed class Proof : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    public required Guid ShareId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required string HolderName { get; init; }

    /// <summary>Address that the certificate goes to.</summary>
    public required string HolderEmail { get; init; }

    public required string CertificateNumber { get; init; }

    /// <summary>Counts the certificates of the share; a lower one never replaces a higher one.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required ShownPolicy[] Policies { get; init; }

    /// <summary>First of the days on which a shown policy expires.</summary>
    public required DateOnly FirstExpiration { get; init; }
}
