using Portal.Web.Pages.Errors;
using Portal.Web.Services.Sessions;
using Portal.Web.Visits;

namespace Portal.Web.Pages.SignOut;

/// <summary>Ends the session, and everything that was opened from it.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", PostAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> PostAsync(SessionClient sessions, Visit visit, CancellationToken cancellationToken)
    {
        var ended = visit.IsSignedIn ? await sessions.EndAsync(cancellationToken) : null;
        return ended is { Refused: true, Refusal: { Status: >= StatusCodes.Status500InternalServerError } outage }
            ? outage.ToPage()
            : TypedResults.Redirect("/sign-in");
    }
}
