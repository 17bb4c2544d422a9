using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Http;
using Portal.Policies.Messages;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.CancelPolicy;

internal static class CancelPolicyRoutes
{
    public static void MapCancelPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies/{id:guid}/cancellation", CancelAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Policies").WithName("CancelPolicy")
            .WithSummary("Cancel a policy as of a day of its latest term; it stays on record and can't be renewed")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<PolicyDetailResponse>, ProblemHttpResult>> CancelAsync(
        Guid id,
        CancelPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        PolicyDb db,
        RowLocks locks,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (request.AsOf is not { } asOf)
        {
            return new FieldRequired("asOf").ToProblem();
        }

        var key = new PolicyId(id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.AccountOfAsync(key, cancellationToken) is not { } account)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(account.Value);
        await locks.AccountAsync(account, cancellationToken);
        var policy = await db.Policies.SingleAsync(policy => policy.Id == key, cancellationToken);
        if (PolicyChangedMeanwhile.Check(ifMatch, policy) is { } stale)
        {
            return stale.ToProblem();
        }

        if (policy.Cancel(asOf) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        db.EnqueueChanged(policy, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.Response.Headers.ETag = ETags.Of(policy.RowVersion);
        return TypedResults.Ok(PolicyDetailResponse.Of(policy, clock.Today()));
    }
}
