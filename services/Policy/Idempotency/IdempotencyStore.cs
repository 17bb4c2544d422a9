using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Idempotency;

/// <summary>Carries out requests once, and keeps what those with an Idempotency-Key were answered.</summary>
internal sealed class IdempotencyStore(PolicyDb db, RowLocks locks, TimeProvider time)
{
    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>
    /// Carries a request out and stores its changes with the answer in one transaction. A request that was carried out
    /// before is answered the same, and nothing is done. Another request with the same key waits until this one ends.
    /// </summary>
    /// <param name="request">Key and content; null for a request without a key, which is carried out each time.</param>
    /// <param name="work">
    /// Makes the changes and answers the id of what they start; when it fails, nothing is stored.
    /// </param>
    /// <param name="afterSave">What else is written once the changes are, in the same transaction.</param>
    /// <param name="cancellationToken">Gives up, and nothing is stored.</param>
    public async Task<Result<Guid>> OnceAsync(
        IdempotentRequest? request,
        Func<Task<Result<Guid>>> work,
        Func<Guid, Task> afterSave,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await FindAsync(request, cancellationToken);
        if (before.Failed)
        {
            return before.Error;
        }

        if (before.Value is { } answered)
        {
            return answered;
        }

        var result = await work();
        if (result.Failed)
        {
            return result;
        }

        Remember(request, result.Value);
        await db.SaveChangesAsync(cancellationToken);
        await afterSave(result.Value);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<Result<Guid?>> FindAsync(IdempotentRequest? request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            return (Guid?)null;
        }

        if (request.Key.Length > LongestKey)
        {
            return new IdempotencyKeyTooLong { Field = "Idempotency-Key" };
        }

        await locks.NameAsync(request.LockName, cancellationToken);
        var forgotten = time.GetUtcNow() - Kept;
        await db.Answers.Where(answer => answer.AnsweredAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        var found = await db.Answers.AsNoTracking().SingleOrDefaultAsync(
            answer => answer.Subject == request.Subject
                && answer.AccountId == request.AccountId
                && answer.Key == request.Key,
            cancellationToken);
        if (found is null)
        {
            return (Guid?)null;
        }

        return CryptographicOperations.FixedTimeEquals(found.Fingerprint, request.Fingerprint)
            ? found.Answer
            : new IdempotencyKeyReused { Field = "Idempotency-Key" };
    }

    private void Remember(IdempotentRequest? request, Guid answer)
    {
        if (request is not null)
        {
            db.Answers.Add(new IdempotentAnswer
            {
                AgencyId = request.AgencyId,
                Subject = request.Subject,
                AccountId = request.AccountId,
                Key = request.Key,
                Fingerprint = request.Fingerprint,
                Answer = answer,
                AnsweredAt = time.GetUtcNow(),
            });
        }
    }
}
