using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Http;
using Portal.Policies.Messages;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.CorrectPolicy;

/// <summary>Corrects a policy within its latest term.</summary>
internal sealed class CorrectPolicyHandler(PolicyDb db, RowLocks locks, TimeProvider clock)
{
    /// <summary>Corrects the term; one that already reads so stays as it is, and nobody is told.</summary>
    public async Task<Outcome<Policy>> HandleAsync(
        AccountId account,
        PolicyId id,
        DateOnly? expiration,
        TermChange change,
        string? ifMatch,
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

        var now = clock.GetUtcNow();
        var (term, revision) = (policy.Current, policy.Revision);
        var problems = policy.Correct(change.Apply(term, term.Effective, expiration ?? term.Expiration, now));
        if (problems.Count > 0)
        {
            return Outcome<Policy>.Fail(problems);
        }

        if (policy.Revision != revision)
        {
            db.EnqueueChanged(policy, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return policy;
    }
}
