using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Features.Sending;
using Portal.Notification.Storage;
using Portal.Persistence;

namespace Portal.Notification.Features.Deliveries.RetryDeliveries;

/// <summary>Puts failed deliveries back into the queue, all or none.</summary>
internal sealed class RetryQueue(NotificationDb db, WorkSignal signal, TimeProvider time)
{
    /// <summary>Queues those of the deliveries that have failed.</summary>
    /// <returns>How many were queued; null when one of them changed meanwhile, and none was.</returns>
    public async Task<int?> AddAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var queued = deliveries.Count(delivery => delivery.TryRetry(now));
        if (!await db.TrySaveAsync(cancellationToken))
        {
            return null;
        }

        if (queued > 0)
        {
            signal.Raise();
        }

        return queued;
    }
}
