using Microsoft.EntityFrameworkCore;
using Portal.Auditing;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.Deliveries.RetryDeliveries;

/// <summary>Puts one failed delivery back into the queue; its new outcome is published as the first one was.</summary>
internal sealed class RetryDeliveryHandler(NotificationDb db, RetryQueue queue)
{
    public async Task<Result<DeliveryResponse>> HandleAsync(
        Guid id, HttpContext context, CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
        if (delivery is null)
        {
            return new DeliveryNotFound(id);
        }

        context.Concerns(delivery.AccountId);
        return await queue.AddAsync([delivery], cancellationToken) switch
        {
            null => new DeliveryNotFailed(DeliveryState.Pending),
            0 => new DeliveryNotFailed(delivery.State),
            _ => DeliveryResponse.Of(delivery),
        };
    }
}
