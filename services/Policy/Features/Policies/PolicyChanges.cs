using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Changes one policy in the open transaction, with the message that tells the other services.</summary>
internal sealed class PolicyChanges(PolicyDb db, RowLocks locks, PolicyLives lives, TimeProvider time)
{
    /// <summary>
    /// Adds to the context what a change makes of the policy, to be saved by the caller. A change that leaves the
    /// policy as it is adds nothing.
    /// </summary>
    /// <param name="account">The client, which is locked until the transaction ends.</param>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The request's If-Match; null where it has none.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="change">Changes the policy at the given time, or answers what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="isOnRecord">
    /// Whether the change is on record already, so that nothing is left to do whatever version is asked for.
    /// </param>
    public async Task<Result<PolicyLife>> ChangeAsync(
        AccountId account,
        PolicyId id,
        string? ifMatch,
        ClaimsPrincipal caller,
        Func<PolicyLife, DateTimeOffset, Task<IReadOnlyList<Error>>> change,
        CancellationToken cancellationToken,
        Func<PolicyLife, bool>? isOnRecord = null)
    {
        await locks.AccountAsync(account, cancellationToken);
        var policy = await db.Policies.SingleOrDefaultAsync(policy => policy.Id == id, cancellationToken);
        if (policy is null)
        {
            return new PolicyNotFound();
        }

        var now = time.GetUtcNow();
        var life = await lives.OfAsync(policy, cancellationToken);
        life.Turn(now);
        if (isOnRecord?.Invoke(life) is not true)
        {
            if (PolicyChangedMeanwhile.Check(ifMatch, life) is { } stale)
            {
                return stale;
            }

            if (await change(life, now) is { Count: > 0 } problems)
            {
                return Result.Fail<PolicyLife>([.. problems.InJson()]);
            }
        }

        if (policy.HasUnrecorded)
        {
            db.Record(policy, EventAuthor.Of(caller));
            db.EnqueueChanged(policy, now);
        }

        return life;
    }
}
