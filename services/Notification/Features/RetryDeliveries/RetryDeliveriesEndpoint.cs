using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain;
using Portal.Notification.Features.ListDeliveries;
using Portal.Notification.Features.RetryDelivery;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.RetryDeliveries;

/// <summary>Puts all that failed of a distribution back into the queue at once.</summary>
internal static class RetryDeliveriesEndpoint
{
    public static void MapRetryDeliveries(this IEndpointRouteBuilder deliveries) =>
        deliveries.MapPost("/retries", RetryAsync)
            .WithName("RetryDeliveries")
            .WithSummary("Tries every failed delivery of a distribution again; answers how many there were");

    private static async Task<Results<Accepted<RetriedDeliveriesResponse>, ProblemHttpResult>> RetryAsync(
        Guid distribution,
        NotificationDb db,
        WorkSignal signal,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        // A distribution is of one client's policies.
        var accounts = db.Deliveries.Where(delivery => delivery.DistributionId == distribution).Select(delivery => (Guid?)delivery.AccountId);
        if (await accounts.FirstOrDefaultAsync(cancellationToken) is not { } account)
        {
            return new DistributionNotFound(distribution).ToProblem();
        }

        context.Concerns(account);
        var now = clock.GetUtcNow();
        // One row that somebody else queued meanwhile must not keep back the others: they are read anew, without it.
        if ((await QueueAsync(distribution, now, db, cancellationToken) ?? await QueueAsync(distribution, now, db, cancellationToken)) is not { } retried)
        {
            return new DeliveryNotFailed(DeliveryState.Pending).ToProblem();
        }

        signal.Raise();
        return TypedResults.Accepted(ListDeliveriesEndpoint.PendingOf(distribution), new RetriedDeliveriesResponse(retried));
    }

    /// <summary>Queues what has failed; how many that were, or null when one of them changed meanwhile and none was queued.</summary>
    private static async Task<int?> QueueAsync(Guid distribution, DateTimeOffset now, NotificationDb db, CancellationToken cancellationToken)
    {
        var failed = await db.Deliveries
            .Where(delivery => delivery.DistributionId == distribution && delivery.State == DeliveryState.Failed)
            .ToListAsync(cancellationToken);
        var retried = failed.Count(delivery => delivery.TryRetry(now));
        return await db.TrySaveAsync(cancellationToken) ? retried : null;
    }
}
