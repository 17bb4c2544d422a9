using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Timelines;
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

    /// <summary>The same in full: where the policy stands by the clock at the insured's mailing address.</summary>
    public required PolicyState LifecycleStatus { get; init; }

    public required DateOnly? CancelledAsOf { get; init; }

    /// <summary>Day on which the present cover is known to end at 12:01 a.m.; null while there is none.</summary>
    public required DateOnly? CoverEnds { get; init; }

    public required PolicyLimits Limits { get; init; }

    public required CoverageResponse Coverage { get; init; }

    public required string Etag { get; init; }

    public required IReadOnlyList<TermResponse> Terms { get; init; }

    public static PolicyResponse Of(Policy policy) => Of(policy, policy.Current);

    /// <param name="policy">The policy.</param>
    /// <param name="shown">The term of which number, carrier, days and coverage are told.</param>
    public static PolicyResponse Of(Policy policy, PolicyTerm shown) => new()
    {
        Id = policy.Id.Value,
        ClientId = policy.AccountId.Value,
        ClientRef = policy.ClientRef,
        ClientName = policy.ClientName,
        Line = policy.Line,
        Number = shown.Number,
        Carrier = CarrierResponse.Of(shown.Carrier),
        Effective = shown.Effective,
        Expiration = shown.Expiration,
        Status = policy.CurrentStatus,
        LifecycleStatus = policy.State,
        CancelledAsOf = policy.CancelledAsOf,
        CoverEnds = policy.CoverEnds,
        Limits = Snapshots.Of(shown.Coverage.Limits),
        Coverage = CoverageResponse.Of(shown.Coverage),
        Etag = ETags.Of(policy.Revision),
        Terms = [.. policy.Terms.AsEnumerable().Reverse().Select(TermResponse.Of)],
    };
}
