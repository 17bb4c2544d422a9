using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Features.Policies.TakeEffect;

/// <summary>
/// Records what days brought to a client's policies. The client is locked, so that of any number of replicas one
/// records it and the others find nothing due.
/// </summary>
internal sealed class EffectiveDayHandler(
    PolicyDb db, AgencyScope scope, RowLocks locks, PolicyLives lives, TimeProvider time)
{
    /// <summary>Records what fell due by now.</summary>
    /// <param name="agency">Agency of the client.</param>
    /// <param name="account">The client.</param>
    /// <param name="cancellationToken">Gives up, and nothing is recorded.</param>
    public async Task HandleAsync(AgencyId agency, AccountId account, CancellationToken cancellationToken)
    {
        scope.BindTo(agency.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AccountAsync(account, cancellationToken);
        var now = time.GetUtcNow();
        var due = await db.Policies.Where(policy => policy.AccountId == account && policy.TurnsAt <= now)
            .OrderBy(policy => policy.Id).ToListAsync(cancellationToken);
        await lives.TurnAsync(due, cancellationToken);
        foreach (var policy in due.Where(policy => policy.HasUnrecorded))
        {
            db.Record(policy, EventAuthor.Clock);
            db.EnqueueChanged(policy, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
