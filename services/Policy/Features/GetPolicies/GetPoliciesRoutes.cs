using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.GetPolicies;

internal static class GetPoliciesRoutes
{
    public static void MapGetPolicies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/policies").RequireScope(Scopes.PoliciesRead).WithTags("Policies");
        group.MapGet("", ListAsync).WithName("ListPolicies")
            .WithSummary("Policies of the agency with their latest terms, narrowed by filters, a page at a time");
        group.MapGet("{id:guid}", GetAsync).WithName("GetPolicy")
            .WithSummary("A policy with limits, coverage and all of its terms");
    }

    private static async Task<Results<Ok<Page<PolicyResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PolicyFilter filter, PolicyDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        IQueryable<Policy> policies = db.Policies.AsNoTracking().OrderBy(policy => policy.Id);
        if (filter.Apply(ref policies, today) is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        var rows = await policies.Take(filter.PageSize + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(rows, filter.PageSize, row => PolicyResponse.Of(row, today), row => row.Id.Value));
    }

    private static async Task<Results<Ok<PolicyDetailResponse>, ProblemHttpResult>> GetAsync(
        Guid id, PolicyDb db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        var policy = await db.Policies.AsNoTracking().SingleOrDefaultAsync(policy => policy.Id == key, cancellationToken);
        if (policy is null)
        {
            return new PolicyNotFound().ToProblem();
        }

        response.Headers.ETag = ETags.Of(policy.RowVersion);
        return TypedResults.Ok(PolicyDetailResponse.Of(policy, clock.Today()));
    }
}
