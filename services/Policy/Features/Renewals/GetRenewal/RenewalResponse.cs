namespace Portal.Policies.Features.Renewals.GetRenewal;

/// <summary>A renewal that was promised.</summary>
internal sealed record RenewalResponse(
    Guid DistributionId, Guid AgencyId, Guid AccountId, IReadOnlyList<Guid> PolicyIds, DateTimeOffset RequestedAt);
