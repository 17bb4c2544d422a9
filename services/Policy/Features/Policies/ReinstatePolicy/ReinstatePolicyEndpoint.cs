using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;

namespace Portal.Policies.Features.Policies.ReinstatePolicy;

internal static class ReinstatePolicyEndpoint
{
    public static void MapReinstatePolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/reinstatements", RecordAsync)
            .RecordsEvent("ReinstatePolicy", "Give back what outstanding cancellations took, from a day on");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        ReinstatePolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken) =>
        events.RecordAsync(context, id, ifMatch, request, request.Read, cancellationToken);
}
