using Portal.Contracts;
using Portal.Policies.Domain;
using Portal.Policies.Messages;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>A policy with the coverage of its latest term, and all its terms, the latest first.</summary>
internal sealed record PolicyDetail(
    Guid Id,
    Guid ClientId,
    string ClientRef,
    string ClientName,
    PolicyLine Line,
    string Number,
    CarrierItem Carrier,
    DateOnly Effective,
    DateOnly Expiration,
    PolicyStanding Status,
    DateOnly? CancelledAsOf,
    PolicyLimits Limits,
    CoverageItem Coverage,
    IReadOnlyList<TermItem> Terms,
    string Etag)
{
    public static PolicyDetail Of(Policy policy, DateOnly today)
    {
        var item = PolicyItem.Of(policy, today);
        var terms = policy.Terms.AsEnumerable().Reverse().Select(TermItem.Of).ToList();
        return new PolicyDetail(
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
