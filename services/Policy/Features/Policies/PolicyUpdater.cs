using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Changes one policy in a transaction of its own, with the message that tells the other services.</summary>
internal sealed class PolicyUpdater(PolicyDb db, RowLocks locks, TimeProvider time)
{
    /// <summary>
    /// Stores what the change made of the policy. A change that leaves the policy as it is stores and tells nothing.
    /// </summary>
    /// <param name="account">The client, which is locked meanwhile.</param>
    /// <param name="id">The policy.</param>
    /// <param name="ifMatch">The request's If-Match; null where it has none.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="change">Changes the policy at the given time, or answers what is wrong.</param>
    /// <param name="cancellationToken">Gives up, and nothing is changed.</param>
    public async Task<Result<Policy>> UpdateAsync(
        AccountId account,
        PolicyId id,
        string? ifMatch,
        ClaimsPrincipal caller,
        Func<Policy, DateTimeOffset, IReadOnlyList<Error>> change,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AccountAsync(account, cancellationToken);
        var policy = await db.Policies.SingleOrDefaultAsync(policy => policy.Id == id, cancellationToken);
        if (policy is null)
        {
            return new PolicyNotFound();
        }

        if (PolicyChangedMeanwhile.Check(ifMatch, policy) is { } stale)
        {
            return stale;
        }

        var (now, revision) = (time.GetUtcNow(), policy.Revision);
        if (change(policy, now) is { Count: > 0 } problems)
        {
            return Result.Fail<Policy>([.. problems.InJson()]);
        }

        if (policy.Revision != revision)
        {
            db.Record(policy, EventAuthor.Of(caller));
            db.EnqueueChanged(policy, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return policy;
    }
}
