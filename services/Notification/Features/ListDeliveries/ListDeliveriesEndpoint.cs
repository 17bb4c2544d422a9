using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Notification.Features.ListDeliveries;

/// <summary>Lists deliveries, oldest first.</summary>
internal static class ListDeliveriesEndpoint
{
    public static void MapListDeliveries(this IEndpointRouteBuilder deliveries) =>
        deliveries.MapGet("/", ListAsync)
            .WithName("ListDeliveries")
            .WithSummary("Deliveries, oldest first; narrowed to a distribution and to those pending, delivered or failed");

    /// <summary>Where the deliveries of a distribution that are on their way are listed.</summary>
    public static string PendingOf(Guid distribution) => $"/api/v1/deliveries?distribution={distribution}&status=pending";

    private static async Task<Results<Ok<Page<DeliveryResponse>>, ProblemHttpResult>> ListAsync(
        Guid? distribution,
        SnakeCaseEnum<DeliveryState>? status,
        string? cursor,
        int? limit,
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

        if (cursor is not null)
        {
            if (!Cursor.TryDecode<Guid>(cursor, out var after))
            {
                return new InvalidCursor { Field = "cursor" }.ToProblem();
            }

            deliveries = deliveries.Where(delivery => delivery.Id > after);
        }

        var size = Cursor.ClampLimit(limit);
        var rows = await deliveries.OrderBy(delivery => delivery.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(rows, size, DeliveryResponse.Of, delivery => delivery.Id));
    }
}
