using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectEvent;

internal static class CorrectEventEndpoint
{
    public static void MapCorrectEvent(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/corrections", RecordAsync)
            .RecordsEvent("CorrectEvent", "Say that an event was recorded wrong, or that it never happened");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        CorrectEventRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var problems = new List<Error>();
        return events.RecordAsync(
            context, id, ifMatch, request, problems, request.Read(problems), cancellationToken);
    }
}
