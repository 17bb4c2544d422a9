using System.Security.Claims;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>Corrects a policy within its latest term.</summary>
internal sealed class CorrectPolicyHandler(PolicyUpdater policies)
{
    /// <summary>Corrects the term; one that already reads so stays as it is, and no message is sent.</summary>
    public Task<Result<Policy>> HandleAsync(
        AccountId account,
        PolicyId id,
        DateOnly? expiration,
        TermChange change,
        string? ifMatch,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken) =>
        policies.UpdateAsync(
            account,
            id,
            ifMatch,
            caller,
            (policy, now) =>
            {
                var term = policy.Current;
                return policy.Correct(change.Apply(term, term.Effective, expiration ?? term.Expiration, now));
            },
            cancellationToken);
}
