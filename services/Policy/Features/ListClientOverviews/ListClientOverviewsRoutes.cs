using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.ListClientOverviews;

/// <summary>The broker's list of clients: who renews next, and whose cover has run out.</summary>
internal static class ListClientOverviewsRoutes
{
    public static void MapListClientOverviews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/client-overviews", ListAsync)
            .RequireScope(Scopes.PoliciesRead).WithTags("Clients").WithName("ListClientOverviews")
            .WithSummary("Clients with their number of policies and next renewal, searched, filtered and sorted");

    private static async Task<Results<Ok<Page<ClientOverviewResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] OverviewQuery query, PolicyDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        OverviewCursor? after = null;
        if (query.After is not null && !Cursor.TryDecode(query.After, out after))
        {
            return new InvalidCursor { Field = "cursor" }.ToProblem();
        }

        if (query.Of(db, clock.Today(), after) is not { } sorted)
        {
            return new FieldInvalid("sort", "'sort' takes one of name, -name, nextRenewal, -nextRenewal.").ToProblem();
        }

        var limit = Cursor.ClampLimit(query.Limit);
        var rows = await sorted.Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(
            rows, limit, row => row.Shown(), row => new OverviewCursor(row.Name, row.NextRenewal, row.Id.Value)));
    }
}
