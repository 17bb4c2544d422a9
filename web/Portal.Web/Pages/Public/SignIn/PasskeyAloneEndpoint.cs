using Microsoft.AspNetCore.Mvc;
using Portal.Web.Api;
using Portal.Web.Api.SignIn;
using Portal.Web.Context;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>A passkey of the agency's people before anything else is known of them.</summary>
internal static class PasskeyAloneEndpoint
{
    public static void MapPasskeyAlone(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkey/options", AskAsync);
        routes.MapPost("/passkey", ProveAsync);
    }

    // The page's script asks, once the button is pressed: a question that lies on the page would be too old by then.
    private static async Task<IResult> AskAsync(
        SignInAudiencePath path, SignInApi signIn, CancellationToken cancellationToken)
    {
        var asked = await signIn.AskPasskeyAsync(path.Agency, cancellationToken);
        return asked.Refused
            ? TypedResults.Problem(asked.Problem.Detail, statusCode: asked.Problem.Status)
            : TypedResults.Json(asked.Value);
    }

    private static async Task<IResult> ProveAsync(
        SignInAudiencePath path, [FromForm] string? credential, [FromForm] string? returnTo, SignInApi signIn,
        CancellationToken cancellationToken)
    {
        var wanted = LocalPath.Of(returnTo);
        var proven = PasskeyText.Read(credential) is { } answer
            ? await signIn.ProvePasskeyAsync(answer, wanted, cancellationToken)
            : new ApiResult<SignInState>(
                new ApiProblem
                {
                    Code = PasskeyText.Missing,
                    Detail = "The passkey was not used. Try again, or enter your email address.",
                });
        if (!proven.Refused)
        {
            return TypedResults.Redirect(LocalPath.Of(proven.Value.Next) ?? "/");
        }

        var agency = await signIn.AgencyAsync(path.Agency, cancellationToken);
        var form = new StartForm
        {
            ReturnTo = wanted,
            PasskeyError = PasskeyProblem.Of(proven.Problem) ?? proven.Problem.Detail,
        };
        return StartEndpoint.Show(path, agency, form, proven.Problem);
    }
}
