using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Distributions.ListDistributions;

/// <summary>Distributions of the agency, the newest first.</summary>
internal static class ListDistributionsEndpoint
{
    public static void MapListDistributions(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").RequireScope(Scopes.DistributionsRead).WithTags("Distributions")
            .MapGet("/distributions", ListAsync)
            .WithName("ListDistributions")
            .WithSummary("Distributions, the newest first; of some clients, and only the latest of each, where asked");

    private static async Task<Results<Ok<Page<DistributionResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] DistributionQuery query, CertificateDb db, CancellationToken cancellationToken)
    {
        if (!query.TryReadCursor(out DistributionCursor? after))
        {
            return new InvalidCursor().ToProblem();
        }

        var rows = await query.Filter(db, after).AsNoTracking()
            .OrderByDescending(distribution => distribution.StartedAt).Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(query.ToPage(
            rows, DistributionResponse.Of, distribution => new DistributionCursor(distribution.StartedAt)));
    }
}
