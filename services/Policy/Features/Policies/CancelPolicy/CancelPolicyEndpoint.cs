using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;

namespace Portal.Policies.Features.Policies.CancelPolicy;

internal static class CancelPolicyEndpoint
{
    public static void MapCancelPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/cancellations", RecordAsync)
            .RecordsEvent(
                "CancelPolicy",
                "Cancel a policy: all cover is taken away from a day on, later terms included");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        CancelPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken) =>
        events.RecordAsync(context, id, ifMatch, request, request.Read, cancellationToken);
}
