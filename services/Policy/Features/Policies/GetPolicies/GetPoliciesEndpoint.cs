using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
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
            .WithSummary("A policy with limits, coverage and all of its terms");
    }

    private static async Task<Results<Ok<Page<PolicyResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PolicyQuery query, PolicyDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (query.Problems() is { Count: > 0 } problems)
        {
            return problems.ToProblem();
        }

        if (!query.TryReadCursor(out Guid? last))
        {
            return new InvalidCursor().ToProblem();
        }

        var rows = await query.Filter(db.Policies.AsNoTracking(), today, last).Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(
            query.ToPage(rows, row => PolicyResponse.Of(row, today), row => row.Id.Value));
    }

    private static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> GetAsync(
        Guid id, PolicyDb db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        var policy = await db.Policies.AsNoTracking()
            .SingleOrDefaultAsync(policy => policy.Id == key, cancellationToken);
        if (policy is null)
        {
            return new PolicyNotFound().ToProblem();
        }

        response.Headers.ETag = ETags.Of(policy.Revision);
        return TypedResults.Ok(PolicyResponse.Of(policy, time.Today()));
    }
}
