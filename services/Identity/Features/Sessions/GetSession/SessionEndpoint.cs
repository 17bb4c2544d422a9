using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions.GetSession;

/// <summary>Who is signed in; also for who stepped in, who has no other scope over sessions.</summary>
internal static class SessionEndpoint
{
    // The scope that everybody who signed in has, who stepped in too, and no partner.
    public static void MapSession(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/session", GetAsync)
        .RequireScope(Scopes.DelegationsRead)
        .WithName("GetSession")
        .WithSummary("Who is signed in, in which account, in which mode and until when.");

    private static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> GetAsync(
        ClaimsPrincipal caller, IdentityDb db, SessionDescriber view, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var id = caller.SessionId();
        var session = await db.Sessions.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (session?.IsLive(time.GetUtcNow()) is not true)
        {
            return new SessionOver().ToProblem();
        }

        var response = caller.DelegationId() is { } delegation
            ? await view.OfDelegateAsync(session, delegation, caller.Actor(), cancellationToken)
            : await view.OfAsync(session, caller.FindFirstValue(PortalClaims.Role)!, cancellationToken);
        return response is null ? new SessionOver().ToProblem() : TypedResults.Ok(response);
    }
}
