using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;

namespace Portal.Policies.Features.Policies.RescindNotice;

internal static class RescindNoticeEndpoint
{
    public static void MapRescindNotice(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/rescissions", RecordAsync)
            .RecordsEvent(
                "RescindNotice",
                "Withdraw a notice of cancellation or non-renewal as of a day before its own");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        RescindNoticeRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken) =>
        events.RecordAsync(context, id, ifMatch, request, request.Read, cancellationToken);
}
