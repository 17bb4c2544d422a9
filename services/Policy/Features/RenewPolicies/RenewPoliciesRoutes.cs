using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Http;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.RenewPolicies;

internal static class RenewPoliciesRoutes
{
    public static void MapRenewPolicies(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/policies/{id:guid}/renewals", RenewPolicyAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("RenewPolicy")
            .WithSummary("Renew a policy; every holder that is shown it gets a new certificate. With preview=true, what it would change, and nothing is done")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPost("/api/v1/clients/{id:guid}/renewals", RenewClientAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("RenewClient")
            .WithSummary("Renew several policies of a client in one distribution, all of them or none. With preview=true, what it would change, and nothing is done")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Accepted<RenewalPromise>, Ok<RenewalPreview>, ProblemHttpResult>> RenewPolicyAsync(
        Guid id,
        bool? preview,
        Body<RenewPolicyRequest> body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        RenewPoliciesHandler handler,
        PolicyDb db,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (body.Value is null)
        {
            return body.Problem!.ToProblem();
        }

        var policy = new PolicyId(id);
        if (await db.AccountOfAsync(policy, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(account.Value);
        if (RenewalReader.Read(body.Value, policy, ifMatch, out var renewal) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        return preview is true ? Answer(await handler.PreviewAsync(account, [renewal], cancellationToken)) : Answer(await handler.HandleAsync(
            account, [renewal], context.User.Subject(), IdempotentRequest.Of(context, body.Value), cancellationToken));
    }

    private static async Task<Results<Accepted<RenewalPromise>, Ok<RenewalPreview>, ProblemHttpResult>> RenewClientAsync(
        Guid id,
        bool? preview,
        Body<RenewClientRequest> body,
        RenewPoliciesHandler handler,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (body.Value is null)
        {
            return body.Problem!.ToProblem();
        }

        if (RenewalReader.Read(body.Value, out var renewals) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        return preview is true ? Answer(await handler.PreviewAsync(new AccountId(id), renewals, cancellationToken)) : Answer(await handler.HandleAsync(
            new AccountId(id), renewals, context.User.Subject(), IdempotentRequest.Of(context, body.Value), cancellationToken));
    }

    private static Results<Accepted<RenewalPromise>, Ok<RenewalPreview>, ProblemHttpResult> Answer(Outcome<RenewalPreview> outcome) =>
        outcome.Failed ? outcome.Problems.ToProblem() : TypedResults.Ok(outcome.Value);

    private static Results<Accepted<RenewalPromise>, Ok<RenewalPreview>, ProblemHttpResult> Answer(Outcome<RenewalPromise> outcome) => outcome.Failed
        ? outcome.Problems.ToProblem()
        : TypedResults.Accepted(outcome.Value.Location(), outcome.Value);
}
