using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Policies.Features.Policies.RecordEvents;

namespace Portal.Policies.Features.Policies.GiveNonRenewalNotice;

internal static class GiveNonRenewalNoticeEndpoint
{
    public static void MapGiveNonRenewalNotice(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/non-renewals", RecordAsync)
            .RecordsEvent("GiveNonRenewalNotice", "Record notice that the term will end without a next one");

    private static Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>,
    ProblemHttpResult>> RecordAsync(
        Guid id,
        GiveNonRenewalNoticeRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        EventRecorder events,
        HttpContext context,
        CancellationToken cancellationToken) =>
        events.RecordAsync(context, id, ifMatch, request, request.Read, cancellationToken);
}
