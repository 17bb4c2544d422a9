using Portal.Contracts;
using Portal.Policies.Domain;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>A policy in a list, with its latest term.</summary>
internal sealed record PolicyResponse(
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
    string Etag)
{
    public static PolicyResponse Of(Policy policy, DateOnly today) => new(
        policy.Id.Value,
        policy.AccountId.Value,
        policy.ClientRef,
        policy.ClientName,
        policy.Line,
        policy.Current.Number,
        new CarrierResponse(policy.Current.Carrier.Name, policy.Current.Carrier.Naic),
        policy.Current.Effective,
        policy.Current.Expiration,
        PolicyStandings.Of(policy, today),
        ETags.Of(policy.RowVersion));
}
