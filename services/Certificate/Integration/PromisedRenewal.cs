namespace Portal.Certificates.Integration;

/// <summary>A renewal that Policy has answered for, whose event may still be on its way.</summary>
internal sealed record PromisedRenewal(
    Guid DistributionId, Guid AgencyId, Guid AccountId, IReadOnlyList<Guid> PolicyIds, DateTimeOffset RequestedAt);
