using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Audit;

/// <summary>
/// How far an agency's trail goes, under a keyed seal: without it, entries cut off at the end would not be missed.
/// </summary>
internal sealed class AuditHead : IOwnedByAgency<Guid>
{
    public required Guid AgencyId { get; init; }

    /// <summary>Entries in the trail.</summary>
    public required long Entries { get; init; }

    /// <summary>Hash of the last entry; 32 bytes.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>HMAC-SHA-256 over agency, count and hash; 32 bytes.</summary>
    public required byte[] Seal { get; init; }
}
