using System.Security.Claims;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>Corrects a policy's latest term by what it should say.</summary>
internal sealed class CorrectPolicyHandler(PolicyDb db, PolicyChanges changes)
{
    /// <summary>Corrects the term; one that already reads so stays as it is, and no message is sent.</summary>
    public async Task<Result<Policy>> HandleAsync(
        AccountId account,
        PolicyId id,
        DateOnly? effective,
        DateOnly? expiration,
        TermChange change,
        string? ifMatch,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await changes.ChangeAsync(
            account,
            id,
            ifMatch,
            caller,
            (life, now) => Task.FromResult(
                PatchIsNoRenewal.Check(life.Policy, effective) is { } other
                    ? [other]
                    : life.CorrectLast(change.Correcting(life.LastFacts(), expiration), now)),
            cancellationToken);
        if (changed.Failed)
        {
            return changed.Map(life => life.Policy);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed.Value.Policy;
    }
}
