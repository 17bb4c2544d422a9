using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services.Sessions;
using Portal.Web.Visits;

namespace Portal.Web.Pages.OwnSessions;

/// <summary>Where the person is signed in, and signing out there.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/sessions").DisableAntiforgery();
        sessions.MapGet("", GetAsync).RequireScope(Scopes.SessionsRead);
        sessions.MapPost("/{session:guid}/end", EndAsync).RequireScope(Scopes.SessionsWrite);
        sessions.MapPost("/end", EndAllAsync).RequireScope(Scopes.SessionsWrite);
    }

    private static async Task<IResult> GetAsync(HttpRequest request, SessionClient sessions, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var found = await sessions.ListAsync(address.Cursor, cancellationToken);
        return found.Refused ? found.Refusal.ToPage() : Page.Of<SessionsPage>(new { Sessions = found.Value, Address = address });
    }

    private static async Task<IResult> EndAsync(
        Guid session, SessionClient sessions, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAsync(session, cancellationToken);
        if (ended is { Refused: true, Refusal.Status: not StatusCodes.Status404NotFound })
        {
            return ended.Refusal.ToPage();
        }

        ToastCookie.Leave(http, "You are signed out there.");
        return TypedResults.Redirect(visit.Url("/sessions"));
    }

    private static async Task<IResult> EndAllAsync(SessionClient sessions, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAllAsync(cancellationToken);
        return ended.Refused ? ended.Refusal.ToPage() : TypedResults.Redirect("/sign-in");
    }
}
