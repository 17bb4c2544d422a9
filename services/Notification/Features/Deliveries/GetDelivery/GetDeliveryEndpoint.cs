using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification.Features.Deliveries.GetDelivery;

/// <summary>Shows one delivery.</summary>
internal static class GetDeliveryEndpoint
{
    public const string Name = "GetDelivery";

    public static void MapGetDelivery(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesRead).WithTags("Deliveries")
            .MapGet("/{id:guid}", GetAsync)
            .WithName(Name)
            .WithSummary("One delivery");

    private static async Task<Results<Ok<DeliveryResponse>, ProblemHttpResult>> GetAsync(
        Guid id, NotificationDb db, CancellationToken cancellationToken)
    {
        var delivery = await db.Deliveries.AsNoTracking()
            .SingleOrDefaultAsync(delivery => delivery.Id == id, cancellationToken);
        return delivery is null ? new DeliveryNotFound(id).ToProblem() : TypedResults.Ok(DeliveryResponse.Of(delivery));
    }
}
