using Portal.Web.Api.Sessions;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.SignOut;

/// <summary>Ends the session, and everything that was opened from it.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", PostAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> PostAsync(
        SessionApi sessions, PageContext context, CancellationToken cancellationToken)
    {
        var ended = context.IsSignedIn ? await sessions.EndAsync(cancellationToken) : null;
        return ended is { Refused: true, Problem: { Status: >= StatusCodes.Status500InternalServerError } outage }
            ? outage.ToPage()
            : TypedResults.Redirect("/sign-in");
    }
}
