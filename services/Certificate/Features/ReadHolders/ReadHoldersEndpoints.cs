using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.ReadHolders;

/// <summary>Certificate holders as a list, and as a file that can be imported again.</summary>
internal static class ReadHoldersEndpoints
{
    public static void MapReadHolders(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/api/v1/holders").RequireScope(Scopes.HoldersRead).WithTags("Holders");
        group.MapGet("/", ListAsync)
            .WithName("ListHolders").WithSummary("Certificate holders in the order of their names");
        group.MapGet("/export", ExportAsync)
            .WithName("ExportHolders").WithSummary("Certificate holders as CSV, in the columns of the import")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Results<Ok<Page<HolderResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] HolderQuery query, CertificateDb db, HolderLookups lookups, CancellationToken cancellationToken)
    {
        HolderCursor? after = null;
        if (query.Cursor is not null && !Cursor.TryDecode(query.Cursor, out after))
        {
            return new InvalidCursor { Field = "cursor" }.ToProblem();
        }

        var limit = Cursor.ClampLimit(query.Limit);
        var shares = await query.Filter(db.Shares.AsNoTracking(), after).Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(
            await lookups.OfAsync(shares, cancellationToken),
            limit,
            row => row,
            row => new HolderCursor(row.Name, row.CertificateNumber)));
    }

    private static PushStreamHttpResult ExportAsync(
        [AsParameters] HolderExportQuery query, CertificateDb db, HolderLookups lookups, CancellationToken cancellationToken) =>
        TypedResults.Stream(
            async body =>
            {
                await using var file = new HolderFile(body);
                await file.WriteHeaderAsync();
                HolderCursor? after = null;
                while (true)
                {
                    var shares = await query.Filter(db.Shares.AsNoTracking(), after)
                        .Take(Cursor.MaxLimit).ToListAsync(cancellationToken);
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
