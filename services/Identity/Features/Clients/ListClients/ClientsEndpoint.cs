using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.Insurance;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Clients.ListClients;

/// <summary>Reading the agency's clients; the database shows those of the caller's agency alone.</summary>
internal static class ClientsEndpoint
{
    public static void MapClients(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/clients").RequireScope(Scopes.ClientsRead);
        group.MapGet("", ListAsync).WithName("ListClients")
            .WithSummary("The agency's clients by legal name; q looks in reference, names and primary contact.");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetClient").WithSummary("One client.");
    }

    private static async Task<Results<Ok<Page<ClientResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db, string? q, [AsParameters] PageQuery paging, CancellationToken cancellationToken)
    {
        var accounts = db.Accounts.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var searched = TextFolding.Fold(q.Trim());
            accounts = accounts.Where(account => account.SearchText.Contains(searched));
        }

        if (!paging.TryReadCursor(out ClientCursor? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            accounts = accounts.Where(account =>
                account.SortName.CompareTo(last.SortName) > 0
                    || (account.SortName == last.SortName && account.Id > last.Id));
        }

        var page = await accounts.OrderBy(account => account.SortName).ThenBy(account => account.Id)
            .Take(paging.Rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(
            paging.ToPage(page, ClientResponse.Of, last => new ClientCursor(last.SortName, last.Id)));
    }

    private static async Task<Results<Ok<ClientResponse>, ProblemHttpResult>> GetAsync(
        IdentityDb db, Guid id, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(
                account => account.Id == id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        response.Headers.ETag = ETags.Of(account.Version);
        return TypedResults.Ok(ClientResponse.Of(account));
    }
}
