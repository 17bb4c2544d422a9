using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Delegations.ListDelegations;

/// <summary>
/// Who stepped in, where and why; the database shows a client its own account's and the staff their agency's.
/// </summary>
internal static class DelegationsEndpoint
{
    public static void MapDelegations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/delegations").RequireScope(Scopes.DelegationsRead);
        group.MapGet("", ListAsync).WithName("ListDelegations")
            .WithSummary(
                "Delegations, newest first; of one client, or only those in force (active=true) or over "
                + "(active=false).")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id:guid}", GetAsync).WithName("GetDelegation").WithSummary("One delegation.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Page<DelegationResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db,
        TimeProvider time,
        Guid? client,
        bool? active,
        [AsParameters] PageQuery paging,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var delegations = db.Delegations.AsNoTracking();
        if (client is { } accountId)
        {
            delegations = delegations.Where(one => one.AccountId == accountId);
        }

        if (active is { } live)
        {
            delegations = delegations.Where(one => (one.EndedAt == null && one.ExpiresAt > now) == live);
        }

        if (!paging.TryReadCursor(out Guid? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            delegations = delegations.Where(one => one.Id < last);
        }

        var page = await delegations.OrderByDescending(one => one.Id).Take(paging.Rows + 1)
            .ToListAsync(cancellationToken);
        var clients = page.Select(one => one.AccountId).Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(one => clients.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Details.LegalName, cancellationToken);
        return TypedResults.Ok(paging.ToPage(
            page, one => DelegationResponse.Of(one, names[one.AccountId], now), one => one.Id));
    }

    private static async Task<Results<Ok<DelegationResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Delegations.AsNoTracking().SingleOrDefaultAsync(
                one => one.Id == id, cancellationToken) is not { } delegation)
        {
            return new DelegationNotFound().ToProblem();
        }

        var account = await db.Accounts.AsNoTracking()
            .SingleAsync(one => one.Id == delegation.AccountId, cancellationToken);
        return TypedResults.Ok(DelegationResponse.Of(delegation, account.Details.LegalName, time.GetUtcNow()));
    }
}
