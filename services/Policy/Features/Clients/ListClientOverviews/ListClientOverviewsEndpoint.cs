using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Clients.ListClientOverviews;

/// <summary>The broker's list of clients: who renews next, and whose cover has run out.</summary>
internal static class ListClientOverviewsEndpoint
{
    public static void MapListClientOverviews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/client-overviews", ListAsync)
            .RequireScope(Scopes.PoliciesRead).WithTags("Clients").WithName("ListClientOverviews")
            .WithSummary("Clients with their number of policies and next renewal, searched, filtered and sorted");

    private static async Task<Results<Ok<Page<ClientOverviewResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] OverviewQuery query, PolicyDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!query.TryReadCursor(out OverviewCursor? after))
        {
            return new InvalidCursor().ToProblem();
        }

        if (query.Of(db, time.Today(), after) is not { } sorted)
        {
            return new FieldInvalid("sort", "'sort' takes one of name, -name, nextRenewal, -nextRenewal.").ToProblem();
        }

        var rows = await sorted.Take(query.Rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(query.ToPage(
            rows, row => row.Shown(), row => new OverviewCursor(row.Name, row.NextRenewal, row.Id.Value)));
    }
}
