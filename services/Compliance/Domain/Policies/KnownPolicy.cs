using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Compliance.Domain.Policies;

/// <summary>
/// This service's copy of a policy: its newest terms, and when they were last corrected within the term.
/// </summary>
internal sealed class KnownPolicy : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    public required Guid PolicyId { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Version of the terms; an older one never overwrites a newer one.</summary>
    public required long Version { get; init; }

    public required PolicyLine Line { get; init; }

    public required PolicyStatus Status { get; init; }

    public required string Number { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly Expiration { get; init; }

    /// <summary>Version of the newest correction; 0 before the first.</summary>
    public long CorrectedVersion { get; init; }

    /// <summary>When the newest correction was made; null before the first.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }
}
