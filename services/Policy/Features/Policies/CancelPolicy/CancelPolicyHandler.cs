using System.Security.Claims;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CancelPolicy;

/// <summary>Cancels a policy as of a day of its latest term.</summary>
internal sealed class CancelPolicyHandler(PolicyUpdater policies)
{
    public Task<Result<Policy>> HandleAsync(
        AccountId account,
        PolicyId id,
        DateOnly asOf,
        string? ifMatch,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken) =>
        policies.UpdateAsync(
            account, id, ifMatch, caller, (policy, now) => policy.Cancel(asOf, now), cancellationToken);
}
