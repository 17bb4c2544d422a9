using Microsoft.AspNetCore.Mvc;
using Portal.Web.Formats;
using Portal.Web.Services;
using Portal.Web.Services.SignIn;
using Portal.Web.Visits;

namespace Portal.Web.Pages.SignIn;

/// <summary>A passkey of the agency's people before anything else is known of them.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeyAlone(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkey/options", AskAsync);
        routes.MapPost("/passkey", ProveAsync);
    }

    // The page's script asks, once the button is pressed: a question that lies on the page would be too old by then.
    private static async Task<IResult> AskAsync(SignInPlace place, SignInClient signIn, CancellationToken cancellationToken)
    {
        var asked = await signIn.AskPasskeyAsync(place.Agency, cancellationToken);
        return asked.Refused
            ? TypedResults.Problem(asked.Refusal.Detail, statusCode: asked.Refusal.Status)
            : TypedResults.Json(asked.Value);
    }

    private static async Task<IResult> ProveAsync(
        SignInPlace place, [FromForm] string? credential, [FromForm] string? returnTo, SignInClient signIn,
        CancellationToken cancellationToken)
    {
        var wanted = LocalPath.Of(returnTo);
        var proven = PasskeyText.Read(credential) is { } answer
            ? await signIn.ProvePasskeyAsync(answer, wanted, cancellationToken)
            : new Answer<SignInState>(new Refusal { Code = PasskeyText.Missing, Detail = "The passkey was not used. Try again, or enter your email address." });
        if (!proven.Refused)
        {
            return TypedResults.Redirect(LocalPath.Of(proven.Value.Next) ?? "/");
        }

        var agency = await signIn.AgencyAsync(place.Agency, cancellationToken);
        var form = new StartForm { ReturnTo = wanted, PasskeyError = PasskeyProblem.Of(proven.Refusal) ?? proven.Refusal.Detail };
        return StartEndpoints.Show(place, agency, form, proven.Refusal);
    }
}
