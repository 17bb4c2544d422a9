using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain;
using Portal.Notification.Features.ListDeliveries;
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

    private static async Task<Results<Accepted<RetriedDeliveries>, ProblemHttpResult>> RetryAsync(
        Guid distribution,
        NotificationContext db,
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
        var retried = await RequeueAsync(db, distribution, clock.GetUtcNow(), cancellationToken);
        signal.Raise();
        return TypedResults.Accepted(ListDeliveriesEndpoint.QueuedOf(distribution), new RetriedDeliveries(retried));
    }

    // As Delivery.TryRetry does one; in one statement, so that of two who wish it at once each delivery is counted for one.
    private static Task<int> RequeueAsync(
        NotificationContext db, Guid distribution, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Deliveries
            .Where(delivery => delivery.DistributionId == distribution && delivery.State == DeliveryState.Failed)
            .ExecuteUpdateAsync(
                delivery => delivery
                    .SetProperty(one => one.State, DeliveryState.Queued)
                    .SetProperty(one => one.Attempts, 0)
                    .SetProperty(one => one.NextAttemptAt, now),
                cancellationToken);
}
