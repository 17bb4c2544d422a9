using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Http;

/// <summary>What was answered to requests with an Idempotency-Key, inside the transaction that carries them out.</summary>
internal sealed class RememberedAnswers(PolicyDb db, RowLocks locks, TimeProvider clock)
{
    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>
    /// The id that the same request was answered before; null when it is new. Another request with the same key waits
    /// until the open transaction ends.
    /// </summary>
    public async Task<Result<Guid?>> FindAsync(IdempotentRequest? request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            return (Guid?)null;
        }

        if (request.Key.Length > LongestKey)
        {
            return new IdempotencyKeyTooLong { Field = "Idempotency-Key" };
        }

        await locks.KeyAsync(request, cancellationToken);
        var forgotten = clock.GetUtcNow() - Kept;
        await db.Answers.Where(answer => answer.AnsweredAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        var found = await db.Answers.AsNoTracking().SingleOrDefaultAsync(
            answer => answer.Subject == request.Subject && answer.AccountId == request.AccountId && answer.Key == request.Key,
            cancellationToken);
        if (found is null)
        {
            return (Guid?)null;
        }

        return CryptographicOperations.FixedTimeEquals(found.Fingerprint, request.Fingerprint)
            ? found.Answer
            : new IdempotencyKeyReused { Field = "Idempotency-Key" };
    }

    /// <summary>Remembers the answer with the change, once it commits.</summary>
    public void Remember(IdempotentRequest? request, Guid answer)
    {
        if (request is not null)
        {
            db.Answers.Add(new RememberedAnswer
            {
                AgencyId = request.AgencyId,
                Subject = request.Subject,
                AccountId = request.AccountId,
                Key = request.Key,
                Fingerprint = request.Fingerprint,
                Answer = answer,
                AnsweredAt = clock.GetUtcNow(),
            });
        }
    }
}
