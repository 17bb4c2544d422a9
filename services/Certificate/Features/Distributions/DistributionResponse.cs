using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Integration;

namespace Portal.Certificates.Features.Distributions;

/// <summary>A distribution as the API shows it.</summary>
/// <param name="Total">Certificates to issue; 0 while preparing.</param>
/// <param name="Delivered">Certificates whose mail the relay accepted.</param>
/// <param name="Failed">Certificates whose mail was given up; a person has to look.</param>
/// <param name="FinishedAt">When every mail was accepted or had failed for good.</param>
public sealed record DistributionResponse(
    Guid Id,
    Guid ClientId,
    IReadOnlyList<Guid> PolicyIds,
    DistributionStatus Status,
    int Total,
    int Issued,
    int Delivered,
    int Failed,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    internal static DistributionResponse Of(Distribution distribution) => new(
        distribution.Id.Value,
        distribution.AccountId,
        distribution.Cause.RenewedPolicyIds,
        distribution.State,
        distribution.Total,
        distribution.Issued,
        distribution.Delivered,
        distribution.Failed,
        distribution.StartedAt,
        distribution.FinishedAt);

    internal static DistributionResponse Of(PromisedRenewal promised) => new(
        promised.DistributionId, promised.AccountId, promised.PolicyIds, DistributionStatus.Preparing, 0, 0, 0, 0,
        promised.RequestedAt, null);
}
