using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Outbox.Actions;

/// <summary>
/// Adds to whatever a request saves that somebody did so, in the same transaction: what is rolled back was not done, and
/// what is done is told of. A request that saves twice tells the same act twice.
/// </summary>
internal sealed class ActionRecorder(string service, IHttpContextAccessor requests, TimeProvider clock) : SaveChangesInterceptor
{
    /// <summary>Name of the service, first part of the names of its acts.</summary>
    public string Service => service;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Record(DbContext? db)
    {
        if (db is null || requests.HttpContext is not { } http || !RecordedRequest.IsAct(http)
            || !db.ChangeTracker.HasChanges() || IsPending(db))
        {
            return;
        }

        // One lane an agency, so that its trail has the order of the commits; and it waits for Identity's first start.
        var action = RecordedRequest.ActionOf(http, service, clock.GetUtcNow());
        db.Enqueue(action, $"actions:{action.AgencyId}", awaitSubscriber: true);
    }

    // Left by an attempt to save that failed.
    private static bool IsPending(DbContext db) => db.ChangeTracker.Entries<OutboxMessage>()
        .Any(entry => entry is { State: EntityState.Added, Entity.Type: nameof(Contracts.ActionRecorded) });
}
