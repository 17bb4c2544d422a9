using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Holders.ExportHolders;

/// <summary>Certificate holders as a file that can be imported again.</summary>
internal static class ExportHoldersEndpoint
{
    public static void MapExportHolders(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/holders").RequireScope(Scopes.HoldersRead).WithTags("Holders")
            .MapGet("/export", ExportAsync)
            .WithName("ExportHolders").WithSummary("Certificate holders as CSV, in the columns of the import")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");

    private static PushStreamHttpResult ExportAsync(
        [AsParameters] HolderQuery query,
        CertificateDb db,
        HolderLookups lookups,
        CancellationToken cancellationToken) =>
        TypedResults.Stream(
            async body =>
            {
                await using var file = new HolderExport(body);
                await file.WriteHeaderAsync();
                HolderCursor? after = null;
                while (true)
                {
                    var shares = await HolderQuery.InOrder(query.Filter(db.Shares.AsNoTracking()), after)
                        .Take(PageQuery.MaxLimit).ToListAsync(cancellationToken);
                    if (shares.Count == 0)
                    {
                        return;
                    }

                    await file.WriteAsync(await lookups.OfAsync(shares, cancellationToken));
                    after = new HolderCursor(shares[^1].HolderName, shares[^1].CertificateNumber);
                }
            },
            "text/csv; charset=utf-8",
            "holders.csv");
}
