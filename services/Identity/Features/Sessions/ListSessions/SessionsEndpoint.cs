using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Sessions.ListSessions;

/// <summary>Where else the caller is signed in.</summary>
internal static class SessionsEndpoint
{
    public static void MapSessions(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/sessions", ListAsync)
        .RequireScope(Scopes.SessionsRead)
        .WithName("ListSessions")
        .WithSummary("The caller's own sessions that have not ended, newest first.");

    private static async Task<Results<Ok<Page<ListedSessionResponse>>, ProblemHttpResult>> ListAsync(
        ClaimsPrincipal caller, IdentityDb db, TimeProvider time, [AsParameters] PageQuery paging,
        CancellationToken cancellationToken)
    {
        var (subject, now) = (Guid.Parse(caller.Subject()), time.GetUtcNow());
        var sessions = db.Sessions.AsNoTracking().Where(one => one.SubjectId == subject
            && one.EndedAt == null && one.ExpiresAt > now && one.LastSeenAt.AddMinutes(one.IdleMinutes) > now);
        if (!paging.TryReadCursor(out Guid? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            sessions = sessions.Where(one => one.Id < last);
        }

        var page = await sessions.OrderByDescending(one => one.Id).Take(paging.Rows + 1)
            .ToListAsync(cancellationToken);
        var current = caller.SessionId();
        return TypedResults.Ok(
            paging.ToPage(page, one => ListedSessionResponse.Of(one, current), one => one.Id));
    }
}
