using System.Linq.Expressions;
using Portal.Contracts;
using Portal.Policies.Domain;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>Tells how policies stand, one by one and in queries.</summary>
internal static class PolicyStandings
{
    public static PolicyStanding Of(Policy policy, DateOnly today) =>
        policy.Status == PolicyStatus.Cancelled ? PolicyStanding.Cancelled
        : policy.IsExpired(today) ? PolicyStanding.Expired
        : PolicyStanding.Active;

    public static Expression<Func<Policy, bool>> Has(PolicyStanding standing, DateOnly today) => standing switch
    {
        PolicyStanding.Cancelled => policy => policy.Status == PolicyStatus.Cancelled,
        PolicyStanding.Expired => policy => policy.Status != PolicyStatus.Cancelled && policy.Expiration <= today,
        PolicyStanding.Active => policy => policy.Status != PolicyStatus.Cancelled && policy.Expiration > today,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };
}
