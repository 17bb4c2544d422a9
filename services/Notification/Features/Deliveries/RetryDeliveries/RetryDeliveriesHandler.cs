using Microsoft.EntityFrameworkCore;
using Portal.Auditing;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.Deliveries.RetryDeliveries;

/// <summary>Puts all failed deliveries of a distribution back into the queue at once.</summary>
internal sealed class RetryDeliveriesHandler(NotificationDb db, RetryQueue queue)
{
    public async Task<Result<RetriedDeliveriesResponse>> HandleAsync(
        Guid distribution, HttpContext context, CancellationToken cancellationToken)
    {
        var deliveries = db.Deliveries.Where(delivery => delivery.DistributionId == distribution);

        // A distribution is of one client's policies.
        var accounts = deliveries.Select(delivery => (Guid?)delivery.AccountId);
        if (await accounts.FirstOrDefaultAsync(cancellationToken) is not { } account)
        {
            return new DistributionNotFound(distribution);
        }

        context.Concerns(account);
        var failed = deliveries.Where(delivery => delivery.State == DeliveryState.Failed);

        // One row that another caller queued meanwhile must not hold back the rest: they are read again, without it.
        return (
            await QueueAsync(failed, cancellationToken) ?? await QueueAsync(failed, cancellationToken)) is { } retried
            ? new RetriedDeliveriesResponse(retried)
            : new DeliveryNotFailed(DeliveryState.Pending);
    }

    private async Task<int?> QueueAsync(IQueryable<Delivery> failed, CancellationToken cancellationToken) =>
        await queue.AddAsync(await failed.ToListAsync(cancellationToken), cancellationToken);
}
