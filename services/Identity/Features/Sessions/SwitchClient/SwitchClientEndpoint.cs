using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions.SwitchClient;

/// <summary>Going from one account to another of the same person.</summary>
internal static class SwitchClientEndpoint
{
    public static void MapSwitchClient(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/session/client", SwitchAsync)
        .RequireScope(Scopes.SessionsWrite)
        .WithName("SwitchClient")
        .WithSummary("Opens another of the caller's accounts in this session; the cookie is set anew.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> SwitchAsync(
        HttpContext http,
        SwitchClientRequest request,
        IdentityDb db,
        SessionManager sessions,
        AccountAccess access,
        SessionDescriber view,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await sessions.TakeAsync(http.User.SessionId().GetValueOrDefault(), cancellationToken) is not { } session)
        {
            return new SessionOver().ToProblem();
        }

        var accounts = session.Kind == SessionKind.Client
            ? await access.OfAsync(session.AgencyId, session.Email, cancellationToken)
            : [];
        if (accounts.SingleOrDefault(one => one.AccountId == request.ClientId) is not { } account)
        {
            return new ClientNotFound().ToProblem();
        }

        if (session.AccountId != account.AccountId)
        {
            // Of two tabs that switch at once one does, so that the cookie set last is the one that stays good.
            if (session.AccountId != http.User.AccountId())
            {
                return new ClientSwitched().ToProblem();
            }

            var reference = session.SwitchTo(account.AccountId, account.Name, time.GetUtcNow());
            db.Record(
                http.Act(AuditActions.AccountSwitched, session.Id.ToString(), time.GetUtcNow(), account.AccountId));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            SessionCookie.Set(http.Response, reference);
        }

        return TypedResults.Ok(await view.OfAsync(session, Roles.Insured, cancellationToken));
    }
}
