namespace Portal.Policies.Features.GetRenewal;

/// <summary>A renewal that was promised.</summary>
internal sealed record RenewalItem(
    Guid DistributionId, Guid AgencyId, Guid AccountId, IReadOnlyList<Guid> PolicyIds, DateTimeOffset RequestedAt);
