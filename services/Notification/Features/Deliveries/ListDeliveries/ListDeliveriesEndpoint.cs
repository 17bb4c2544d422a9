using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification.Features.Deliveries.ListDeliveries;

/// <summary>Lists deliveries, oldest first.</summary>
internal static class ListDeliveriesEndpoint
{
    public static void MapListDeliveries(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesRead).WithTags("Deliveries")
            .MapGet("/", ListAsync)
            .WithName("ListDeliveries")
            .WithSummary(
                "Deliveries, oldest first; narrowed to a distribution and to those pending, delivered or failed");

    /// <summary>Where the deliveries of a distribution that are on their way are listed.</summary>
    public static string PendingOf(Guid distribution) =>
        $"/api/v1/deliveries?distribution={distribution}&status=pending";

    private static async Task<Results<Ok<Page<DeliveryResponse>>, ProblemHttpResult>> ListAsync(
        Guid? distribution,
        SnakeCaseEnum<DeliveryState>? status,
        [AsParameters] PageQuery paging,
        NotificationDb db,
        CancellationToken cancellationToken)
    {
        var deliveries = db.Deliveries.AsNoTracking();
        if (distribution is not null)
        {
            deliveries = deliveries.Where(delivery => delivery.DistributionId == distribution);
        }

        if (status is not null)
        {
            var state = status.Value.Value;
            deliveries = deliveries.Where(delivery => delivery.State == state);
        }

        if (!paging.TryReadCursor(out Guid? after))
        {
            return new InvalidCursor().ToProblem();
        }

        if (after is not null)
        {
            deliveries = deliveries.Where(delivery => delivery.Id > after);
        }

        var rows = await deliveries.OrderBy(delivery => delivery.Id).Take(paging.Rows + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.ToPage(rows, DeliveryResponse.Of, delivery => delivery.Id));
    }
}
