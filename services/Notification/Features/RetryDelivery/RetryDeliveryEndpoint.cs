using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain;
using Portal.Notification.Features.GetDelivery;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.RetryDelivery;

/// <summary>Puts a failed delivery back into the queue; its new outcome is told as the first one was.</summary>
internal static class RetryDeliveryEndpoint
{
    public static void MapRetryDelivery(this IEndpointRouteBuilder deliveries) =>
        deliveries.MapPost("/{id:guid}/retries", RetryAsync)
            .WithName("RetryDelivery")
            .WithSummary("Tries a failed delivery again");

    private static async Task<Results<AcceptedAtRoute<DeliveryResponse>, ProblemHttpResult>> RetryAsync(
        Guid id,
        NotificationDb db,
        WorkSignal signal,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
        if (delivery is null)
        {
            return new DeliveryNotFound(id).ToProblem();
        }

        context.Concerns(delivery.AccountId);
        if (!delivery.TryRetry(clock.GetUtcNow()))
        {
            return new DeliveryNotFailed(delivery.State).ToProblem();
        }

        if (!await db.TrySaveAsync(cancellationToken))
        {
            return new DeliveryNotFailed(DeliveryState.Pending).ToProblem();
        }

        signal.Raise();
        return TypedResults.AcceptedAtRoute(DeliveryResponse.Of(delivery), GetDeliveryEndpoint.Name, new { id });
    }
}
