using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Delegations.DecideConsent;

/// <summary>Whether the agency may step into a client's account. The client alone decides.</summary>
internal static class ConsentEndpoint
{
    public static void MapConsent(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1");
        group.MapGet("/consent", GetOwnAsync).RequireScope(Scopes.ConsentRead).WithName("GetConsent")
            .WithSummary("Whether the agency may step into the caller's account.")
                .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("/consent", DecideAsync).RequirePower(Powers.DecideConsent).WithName("DecideConsent")
            .WithSummary(
                "Lets the agency into the caller's account or no longer; whoever is in it then is out at once.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/clients/{id:guid}/consent", GetAsync).RequireScope(Scopes.ConsentRead)
            .WithName("GetConsentOfClient")
            .WithSummary("Whether the agency may step into a client's account.")
                .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ConsentResponse>, ProblemHttpResult>> GetOwnAsync(
        ClaimsPrincipal caller, IdentityDb db, CancellationToken cancellationToken) =>
        caller.AccountId() is { } id ? await GetAsync(id, db, cancellationToken) : new ConsentNotFound().ToProblem();

    private static async Task<Results<Ok<ConsentResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IdentityDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) is { } account
            ? TypedResults.Ok(ConsentResponse.Of(account.Consent))
            : new ClientNotFound().ToProblem();

    private static async Task<Results<Ok<ConsentResponse>, ProblemHttpResult>> DecideAsync(
        HttpContext http,
        ConsentRequest request,
        IdentityDb db,
        DelegationManager delegations,
        PowerNotices notices,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (request.Given is not { } given)
        {
            return new FieldRequired("given").ToProblem();
        }

        if (http.User.AccountId() is not { } id)
        {
            return new ConsentNotFound().ToProblem();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAccountTurnAsync(id, cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        var (actor, now) = (http.AuditActor(), time.GetUtcNow());
        if (account.Decide(given, actor.Name ?? "", now))
        {
            var action = given ? AuditActions.ConsentGiven : AuditActions.ConsentWithdrawn;
            db.Record(actor.Did(action, id.ToString(), account.AgencyId, id, now));
            if (!given)
            {
                await delegations.EndAllAsync(one => one.AccountId == id, actor, cancellationToken);
            }

            await notices.TellAsync(
                Powers.DecideConsent,
                new PowerUse(account.AgencyId, actor)
                {
                    Account = account,
                    Subject = given ? "The agency may step in again." : "The agency may step in no longer.",
                },
                cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await db.SetConsentAsync(account, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.Ok(ConsentResponse.Of(account.Consent));
    }

    private static Task<Account?> FindAsync(IdentityDb db, Guid id, CancellationToken cancellationToken) =>
        db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
}
