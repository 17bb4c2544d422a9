using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Contracts.Identity;
using Portal.Persistence.Outbox;

namespace Portal.Auditing;

/// <summary>
/// Records who saves something by a request, in the same transaction: what is rolled back was not done, and what is
/// done is published. A request that saves twice publishes the same action twice.
/// </summary>
internal sealed class ActionRecorder(string service, IHttpContextAccessor requests, TimeProvider time)
    : SaveChangesInterceptor
{
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
            || !db.ChangeTracker.HasChanges() || db.HasEnqueued<ActionRecorded>())
        {
            return;
        }

        // One lane an agency, so that its trail has the order of the commits; and it waits for Identity's first start.
        var action = RecordedRequest.ActionOf(http, service, time.GetUtcNow());
        db.Enqueue(action, $"actions:{action.AgencyId}", awaitSubscriber: true);
    }
}
