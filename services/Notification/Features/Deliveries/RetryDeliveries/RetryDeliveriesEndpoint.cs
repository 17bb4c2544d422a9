using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Auditing;
using Portal.Notification.Features.Deliveries.GetDelivery;
using Portal.Notification.Features.Deliveries.ListDeliveries;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Notification.Features.Deliveries.RetryDeliveries;

/// <summary>Tries failed deliveries again: one, or all of a distribution.</summary>
internal static class RetryDeliveriesEndpoint
{
    public static void MapRetryDeliveries(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/deliveries").RequireScope(Scopes.DeliveriesWrite).WithTags("Deliveries");
        group.MapPost("/retries", RetryAllAsync).WithName("RetryDeliveries").ConcernsClientNamedByHandler()
            .WithSummary("Tries every failed delivery of a distribution again; answers how many there were");
        group.MapPost("/{id:guid}/retries", RetryOneAsync).WithName("RetryDelivery").ConcernsClientNamedByHandler()
            .WithSummary("Tries a failed delivery again");
    }

    private static async Task<Results<Accepted<RetriedDeliveriesResponse>, ProblemHttpResult>> RetryAllAsync(
        Guid distribution, RetryDeliveriesHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var retried = await handler.HandleAsync(distribution, context, cancellationToken);
        return retried.Failed
            ? retried.Error.ToProblem()
            : TypedResults.Accepted(ListDeliveriesEndpoint.PendingOf(distribution), retried.Value);
    }

    private static async Task<Results<AcceptedAtRoute<DeliveryResponse>, ProblemHttpResult>> RetryOneAsync(
        Guid id, RetryDeliveryHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var retried = await handler.HandleAsync(id, context, cancellationToken);
        return retried.Failed
            ? retried.Error.ToProblem()
            : TypedResults.AcceptedAtRoute(retried.Value, GetDeliveryEndpoint.Name, new { id });
    }
}
