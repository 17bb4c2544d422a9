using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.ListPolicyEvents;

internal static class ListPolicyEventsEndpoint
{
    public static void MapListPolicyEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/policies/{id:guid}/events", ListAsync)
            .RequireScope(Scopes.PoliciesRead).WithTags("Policies").WithName("ListPolicyEvents")
            .WithSummary("What happened to a policy, in the order of recording; nothing of it is ever changed")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<Page<PolicyEventResponse>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageQuery query, PolicyDb db, CancellationToken cancellationToken)
    {
        if (!query.TryReadCursor(out long? last))
        {
            return new InvalidCursor().ToProblem();
        }

        var key = new PolicyId(id);
        if (!await db.Policies.AnyAsync(policy => policy.Id == key, cancellationToken))
        {
            return new PolicyNotFound().ToProblem();
        }

        var rows = await db.PolicyEvents.AsNoTracking()
            .Where(stored => stored.PolicyId == key && stored.Version > (last ?? 0))
            .OrderBy(stored => stored.Version).Take(query.Rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(query.ToPage(rows, PolicyEventResponse.Of, row => row.Version));
    }
}
