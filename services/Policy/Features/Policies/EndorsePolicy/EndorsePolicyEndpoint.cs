using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.EndorsePolicy;

internal static class EndorsePolicyEndpoint
{
    public static void MapEndorsePolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/endorsements", RecordAsync)
            .RecordsEvent("EndorsePolicy", "Change limits or coverage from a day on, within the term that holds it");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        EndorsePolicyRequest request,
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
