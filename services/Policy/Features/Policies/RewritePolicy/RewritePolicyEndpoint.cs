using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RewritePolicy;

internal static class RewritePolicyEndpoint
{
    public static void MapRewritePolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/rewrites", RecordAsync)
            .RecordsEvent("RewritePolicy", "End a policy and begin another, of another insurer, in the same minute");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        RewritePolicyRequest request,
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
