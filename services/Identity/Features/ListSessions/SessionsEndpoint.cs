using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.ListSessions;

/// <summary>Where else the caller is signed in.</summary>
internal static class SessionsEndpoint
{
    public static void MapSessions(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/sessions", ListAsync)
        .RequireScope(Scopes.SessionsRead)
        .WithName("ListSessions")
        .WithSummary("The caller's own sessions that have not ended, newest first.");

    private static async Task<Results<Ok<Page<ListedSessionResponse>>, ProblemHttpResult>> ListAsync(
        ClaimsPrincipal caller, IdentityDb db, TimeProvider time, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var (subject, now) = (Guid.Parse(caller.Subject()), time.GetUtcNow());
        var sessions = db.Sessions.AsNoTracking().Where(one => one.SubjectId == subject
            && one.EndedAt == null && one.ExpiresAt > now && one.LastSeenAt.AddMinutes(one.IdleMinutes) > now);
        if (cursor is not null)
        {
            if (!Cursor.TryDecode<SessionPosition>(cursor, out var last))
            {
                return new InvalidCursor().ToProblem();
            }

            sessions = sessions.Where(one => one.Id < last.Id);
        }

        var rows = Cursor.ClampLimit(limit);
        var page = await sessions.OrderByDescending(one => one.Id).Take(rows + 1).ToListAsync(cancellationToken);
        var current = caller.SessionId();
        return TypedResults.Ok(Cursor.ToPage(page, rows, one => ListedSessionResponse.Of(one, current), last => new SessionPosition(last.Id)));
    }

    private sealed record SessionPosition(Guid Id);
}
