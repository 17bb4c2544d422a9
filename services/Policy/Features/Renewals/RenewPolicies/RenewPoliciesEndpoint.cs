using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Auditing;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Idempotency;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Renewals.RenewPolicies;

internal static class RenewPoliciesEndpoint
{
    public static void MapRenewPolicies(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/policies/{id:guid}/renewals", RenewPolicyAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("RenewPolicy")
            .WithSummary("Renew a policy; every holder that is shown it gets a new certificate. "
                + "With preview=true, what it would change, and nothing is done")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsClientNamedByHandler()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPost("/api/v1/clients/{id:guid}/renewals", RenewClientAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("RenewClient")
            .WithSummary("Renew several policies of a client in one distribution, all of them or none. "
                + "With preview=true, what it would change, and nothing is done")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsClientInAddress("id")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Accepted<RenewalPromiseResponse>, Ok<RenewalPreviewResponse>,
    ProblemHttpResult>> RenewPolicyAsync(
        Guid id,
        bool? preview,
        RenewPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        RenewPoliciesHandler handler,
        PolicyDb db,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var policy = new PolicyId(id);
        if (await db.AccountOfAsync(policy, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(account.Value);
        if (RenewalReader.Read(request, policy, ifMatch, out var renewal) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        return preview is true
            ? Answer(await handler.PreviewAsync(account, [renewal], cancellationToken))
            : Answer(await handler.HandleAsync(
                account, [renewal], context.User, IdempotentRequest.Of(context, request), cancellationToken));
    }

    private static async Task<Results<Accepted<RenewalPromiseResponse>, Ok<RenewalPreviewResponse>,
    ProblemHttpResult>> RenewClientAsync(
        Guid id,
        bool? preview,
        RenewClientRequest request,
        RenewPoliciesHandler handler,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (RenewalReader.Read(request, out var renewals) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        var account = new AccountId(id);
        return preview is true
            ? Answer(await handler.PreviewAsync(account, renewals, cancellationToken))
            : Answer(await handler.HandleAsync(
                account, renewals, context.User, IdempotentRequest.Of(context, request), cancellationToken));
    }

    private static Results<Accepted<RenewalPromiseResponse>, Ok<RenewalPreviewResponse>, ProblemHttpResult> Answer(
        Result<RenewalPreviewResponse> preview) =>
        preview.Failed ? preview.ToProblem() : TypedResults.Ok(preview.Value);

    private static Results<Accepted<RenewalPromiseResponse>, Ok<RenewalPreviewResponse>, ProblemHttpResult> Answer(
        Result<RenewalPromiseResponse> promise) => promise.Failed
        ? promise.ToProblem()
        : TypedResults.Accepted(promise.Value.Location(), promise.Value);
}
