using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Holders.ListHolders;

/// <summary>Certificate holders as a list.</summary>
internal static class ListHoldersEndpoint
{
    public static void MapListHolders(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/holders").RequireScope(Scopes.HoldersRead).WithTags("Holders")
            .MapGet("/", ListAsync)
            .WithName("ListHolders").WithSummary("Certificate holders in the order of their names");

    private static async Task<Results<Ok<Page<HolderResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] HolderQuery query,
        [AsParameters] PageQuery paging,
        CertificateDb db,
        HolderLookups lookups,
        CancellationToken cancellationToken)
    {
        if (!paging.TryReadCursor(out HolderCursor? after))
        {
            return new InvalidCursor().ToProblem();
        }

        var shares = await HolderQuery.InOrder(query.Filter(db.Shares.AsNoTracking()), after)
            .Take(paging.Rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.ToPage(
            await lookups.OfAsync(shares, cancellationToken),
            row => row,
            row => new HolderCursor(row.Name, row.CertificateNumber)));
    }
}
