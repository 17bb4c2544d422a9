using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Auditing;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

internal static class CorrectPolicyEndpoint
{
    public static void MapCorrectPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPatch("/api/v1/policies/{id:guid}", PatchAsync)
            .RequireScope(Scopes.PoliciesWrite)
                .Accepts<CorrectPolicyRequest>("application/json", "application/merge-patch+json")
            .WithTags("Policies").WithName("CorrectPolicy")
            .WithSummary("Correct how a policy's latest term was recorded; another first day is another event")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsClientNamedByHandler()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> PatchAsync(
        Guid id,
        CorrectPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CorrectPolicyHandler correct,
        PolicyDb db,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        if (await db.AccountOfAsync(key, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(account.Value);
        var problems = new List<Error>();
        var change = TermChangeReader.Read(
            request.Number, request.Carrier, request.Limits, request.Coverage, "", problems);
        if (problems.Count > 0)
        {
            return problems.ToProblem();
        }

        var corrected = await correct.HandleAsync(
            account, key, request.Effective, request.Expiration, change, ifMatch, context.User, cancellationToken);
        if (corrected.Failed)
        {
            return corrected.ToProblem();
        }

        context.Response.Headers.ETag = ETags.Of(corrected.Value.Revision);
        return TypedResults.Ok(PolicyResponse.Of(corrected.Value));
    }
}
