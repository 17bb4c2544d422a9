using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Domain.Renewals;

/// <summary>A renewal that was promised: which policies, for whom, and the distribution that carries it out.</summary>
internal sealed class Renewal : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    /// <summary>The distribution, which also identifies the renewal.</summary>
    public required DistributionId DistributionId { get; init; }

    public required AgencyId AgencyId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>The policies that got a new term.</summary>
    public required Guid[] PolicyIds { get; init; }

    /// <summary>Subject of the token that asked.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}
