using Portal.Contracts;
using Portal.Policies.Domain;
using Portal.Policies.Messages;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>A policy with the coverage of its latest term, and all its terms, the latest first.</summary>
internal sealed record PolicyDetailResponse(
    Guid Id,
    Guid ClientId,
    string ClientRef,
    string ClientName,
    PolicyLine Line,
    string Number,
    CarrierResponse Carrier,
    DateOnly Effective,
    DateOnly Expiration,
    PolicyStanding Status,
    DateOnly? CancelledAsOf,
    PolicyLimits Limits,
    CoverageResponse Coverage,
    IReadOnlyList<TermResponse> Terms,
    string Etag)
{
    public static PolicyDetailResponse Of(Policy policy, DateOnly today)
    {
        var item = PolicyResponse.Of(policy, today);
        var terms = policy.Terms.AsEnumerable().Reverse().Select(TermResponse.Of).ToList();
        return new PolicyDetailResponse(
            item.Id,
            item.ClientId,
            item.ClientRef,
            item.ClientName,
            item.Line,
            item.Number,
            item.Carrier,
            item.Effective,
            item.Expiration,
            item.Status,
            policy.CancelledAsOf,
            Snapshots.Of(policy.Current.Coverage.Limits),
            terms[0].Coverage,
            terms,
            ETags.Of(policy.RowVersion));
    }
}
