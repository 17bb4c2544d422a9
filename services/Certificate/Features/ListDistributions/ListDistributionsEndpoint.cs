using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Features.WatchDistribution;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.ListDistributions;

/// <summary>Distributions of the agency, the newest first.</summary>
internal static class ListDistributionsEndpoint
{
    public static void MapListDistributions(this IEndpointRouteBuilder api) => api
        .MapGet("/api/v1/distributions", ListAsync)
        .RequireScope(Scopes.DistributionsRead).WithTags("Distributions")
        .WithName("ListDistributions").WithSummary("Distributions, the newest first; of some clients, and only the latest of each, where asked");

    private static async Task<Results<Ok<Page<DistributionResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] DistributionQuery query, CertificateDb db, CancellationToken cancellationToken)
    {
        DistributionCursor? after = null;
        if (query.Cursor is not null && !Cursor.TryDecode(query.Cursor, out after))
        {
            return new InvalidCursor { Field = "cursor" }.ToProblem();
        }

        var limit = Cursor.ClampLimit(query.Limit);
        var rows = await query.Filter(db, after).AsNoTracking()
            .OrderByDescending(distribution => distribution.StartedAt).Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(
            rows, limit, DistributionResponse.Of, distribution => new DistributionCursor(distribution.StartedAt)));
    }
}
