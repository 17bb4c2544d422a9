using Portal.Contracts.Policies;

namespace Portal.Certificates.Domain.Distributions;

/// <summary>What a renewal said, kept so that every certificate of its distribution shows the same moment.</summary>
public sealed record RenewalCause
{
    public required InsuredSnapshot Insured { get; init; }

    public required Guid[] RenewedPolicyIds { get; init; }

    public required PolicySnapshot[] Policies { get; init; }

    public required string RequestedBy { get; init; }
}
