using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Sessions;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Profile.EndSessions;

/// <summary>Where the person is signed in, and signing out there.</summary>
internal static class SessionsEndpoint
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/sessions").DisableAntiforgery();
        sessions.MapGet("", GetAsync).RequireScope(Scopes.SessionsRead);
        sessions.MapPost("/{session:guid}/end", EndAsync).RequireScope(Scopes.SessionsWrite);
        sessions.MapPost("/end", EndAllAsync).RequireScope(Scopes.SessionsWrite);
    }

    private static async Task<IResult> GetAsync(
        HttpRequest request, SessionApi sessions, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var found = await sessions.ListAsync(address.Cursor, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<SessionsPage>(new { Sessions = found.Value, Address = address });
    }

    private static async Task<IResult> EndAsync(
        Guid session, SessionApi sessions, HttpContext http, PageContext context, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAsync(session, cancellationToken);
        if (ended is { Refused: true, Problem.Status: not StatusCodes.Status404NotFound })
        {
            return ended.Problem.ToPage();
        }

        ToastCookie.Leave(http, "You are signed out there.");
        return TypedResults.Redirect(context.Url("/sessions"));
    }

    private static async Task<IResult> EndAllAsync(SessionApi sessions, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAllAsync(cancellationToken);
        return ended.Refused ? ended.Problem.ToPage() : TypedResults.Redirect("/sign-in");
    }
}
