using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;

namespace Portal.Policies.Features.Policies.GiveCancellationNotice;

internal static class GiveCancellationNoticeEndpoint
{
    public static void MapGiveCancellationNotice(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/cancellation-notices", RecordAsync)
            .RecordsEvent(
                "GiveCancellationNotice",
                "Record a mailed notice of cancellation, which ends the policy by itself on its day");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        GiveCancellationNoticeRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken) =>
        events.RecordAsync(context, id, ifMatch, request, request.Read, cancellationToken);
}
