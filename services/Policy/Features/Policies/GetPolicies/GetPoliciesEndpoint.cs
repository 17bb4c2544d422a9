using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.GetPolicies;

internal static class GetPoliciesEndpoint
{
    public static void MapGetPolicies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/policies").RequireScope(Scopes.PoliciesRead).WithTags("Policies");
        group.MapGet("", ListAsync).WithName("ListPolicies")
            .WithSummary("Policies of the agency with their latest terms, narrowed by filters, a page at a time");
        group.MapGet("{id:guid}", GetAsync).WithName("GetPolicy")
            .WithSummary("A policy with limits, coverage and all of its terms: as it stands, or as it was known to stand")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<PolicyResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PolicyQuery query, PolicyDb db, PolicyLives lives, CancellationToken cancellationToken)
    {
        if (query.Problems() is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        if (!query.TryReadCursor(out Guid? last))
        {
            return new InvalidCursor().ToProblem();
        }

        var rows = await query.Filter(db.Policies.AsNoTracking(), last).Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        await lives.TurnAsync(rows, cancellationToken);
        return TypedResults.Ok(query.ToPage(rows, PolicyResponse.Of, row => row.Id.Value));
    }

    private static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> GetAsync(
        Guid id,
        [AsParameters] AsOfQuery asOf,
        PolicyDb db,
        PolicyLives lives,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        var policy = await db.Policies.AsNoTracking()
            .SingleOrDefaultAsync(policy => policy.Id == key, cancellationToken);
        if (policy is null)
        {
            return new PolicyNotFound().ToProblem();
        }

        if (asOf.IsNow)
        {
            await lives.TurnAsync([policy], cancellationToken);
            response.Headers.ETag = ETags.Of(policy.Revision);
            return TypedResults.Ok(PolicyResponse.Of(policy));
        }

        var life = await lives.OfAsync(policy, cancellationToken);
        return asOf.Ask(life, time.GetUtcNow()) is { } known
            ? TypedResults.Ok(known)
            : new PolicyNotKnownThen().ToProblem();
    }
}
