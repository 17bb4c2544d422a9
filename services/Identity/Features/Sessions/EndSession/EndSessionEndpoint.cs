using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Audit;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions.EndSession;

/// <summary>Signing out, here or everywhere. What was begun in a session ends with it.</summary>
internal static class EndSessionEndpoint
{
    public static void MapEndSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").RequireScope(Scopes.SessionsWrite);
        group.MapDelete("/session", SignOutAsync).WithName("SignOut").WithSummary("Signs out of this session.");
        group.MapDelete("/sessions/{id:guid}", EndAsync).WithName("EndSession")
            .WithSummary("Ends one of the caller's own sessions.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/sessions", EndAllAsync).WithName("EndSessions")
            .WithSummary(
                "Ends all of the caller's own sessions, this one too, and forgets the browsers that were known.");
    }

    private static async Task<NoContent> SignOutAsync(
        HttpContext http, IdentityDb db, SessionManager sessions, CancellationToken cancellationToken)
    {
        await EndEachAsync(
            http, db, sessions, [http.User.SessionId().GetValueOrDefault()], SessionEnd.SignedOut, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        HttpContext http, Guid id, IdentityDb db, SessionManager sessions, CancellationToken cancellationToken)
    {
        var subject = http.User.Subject();
        var owner = await db.Sessions.Where(one => one.Id == id).Select(one => (Guid?)one.SubjectId)
            .SingleOrDefaultAsync(cancellationToken);
        if (owner?.ToString() != subject)
        {
            return new SessionNotFound().ToProblem();
        }

        await EndEachAsync(http, db, sessions, [id], SessionEnd.Ended, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndAllAsync(
        HttpContext http, IdentityDb db, SessionManager sessions, KnownDevices devices,
        CancellationToken cancellationToken)
    {
        var subject = Guid.Parse(http.User.Subject());
        var own = await db.Sessions.AsNoTracking().Where(one => one.SubjectId == subject && one.EndedAt == null)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        await EndEachAsync(http, db, sessions, [.. own.Select(one => one.Id)], SessionEnd.Ended, cancellationToken);
        foreach (var (agency, kind, email) in own.Select(one => (one.AgencyId, one.Kind, one.Email)).Distinct())
        {
            var audience = kind == SessionKind.Staff ? SignInAudience.Staff : SignInAudience.Client;
            await devices.ForgetAsync(agency, audience, email, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task EndEachAsync(
        HttpContext http, IdentityDb db, SessionManager sessions, IReadOnlyList<Guid> ids, SessionEnd reason,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (await sessions.TakeAsync(id, cancellationToken) is { } session)
            {
                await sessions.EndAsync(session, reason, http.AuditActor(), cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (ids.Contains(http.User.SessionId().GetValueOrDefault()))
        {
            SessionCookie.Delete(http.Response);
        }
    }
}
