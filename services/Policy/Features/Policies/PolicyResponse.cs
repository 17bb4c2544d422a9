using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Integration;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.Policies;

/// <summary>
/// A policy with the coverage of its latest term, and all its terms, the latest first; limits in whole US dollars.
/// </summary>
internal sealed record PolicyResponse
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required string ClientRef { get; init; }

    public required string ClientName { get; init; }

    public required PolicyLine Line { get; init; }

    public required string Number { get; init; }

    public required CarrierResponse Carrier { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly Expiration { get; init; }

    public required CurrentPolicyStatus Status { get; init; }

    public required DateOnly? CancelledAsOf { get; init; }

    public required PolicyLimits Limits { get; init; }

    public required CoverageResponse Coverage { get; init; }

    public required string Etag { get; init; }

    public required IReadOnlyList<TermResponse> Terms { get; init; }

    public static PolicyResponse Of(Policy policy, DateOnly today) => new()
    {
        Id = policy.Id.Value,
        ClientId = policy.AccountId.Value,
        ClientRef = policy.ClientRef,
        ClientName = policy.ClientName,
        Line = policy.Line,
        Number = policy.Current.Number,
        Carrier = CarrierResponse.Of(policy.Current.Carrier),
        Effective = policy.Current.Effective,
        Expiration = policy.Current.Expiration,
        Status = policy.StatusOn(today),
        CancelledAsOf = policy.CancelledAsOf,
        Limits = Snapshots.Of(policy.Current.Coverage.Limits),
        Coverage = CoverageResponse.Of(policy.Current.Coverage),
        Etag = ETags.Of(policy.Revision),
        Terms = [.. policy.Terms.AsEnumerable().Reverse().Select(TermResponse.Of)],
    };
}
