using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Auditing;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.CancelPolicy;

internal static class CancelPolicyEndpoint
{
    public static void MapCancelPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/cancellation", CancelAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("CancelPolicy")
            .WithSummary("Cancel a policy as of a day of its latest term; it stays on record and can't be renewed")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsClientNamedByHandler()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> CancelAsync(
        Guid id,
        CancelPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CancelPolicyHandler handler,
        PolicyDb db,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (request.AsOf is not { } asOf)
        {
            return new FieldRequired("asOf").ToProblem();
        }

        var key = new PolicyId(id);
        if (await db.AccountOfAsync(key, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(account.Value);
        var cancelled = await handler.HandleAsync(
            account, key, asOf, ifMatch, context.User, cancellationToken);
        if (cancelled.Failed)
        {
            return cancelled.ToProblem();
        }

        context.Response.Headers.ETag = ETags.Of(cancelled.Value.Revision);
        return TypedResults.Ok(PolicyResponse.Of(cancelled.Value, time.Today()));
    }
}
