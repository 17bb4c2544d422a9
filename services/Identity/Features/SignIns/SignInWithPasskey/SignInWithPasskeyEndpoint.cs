using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>
/// Signing in with a passkey: alone, before anything else is known, or as the second factor after a code.
/// </summary>
internal static class SignInWithPasskeyEndpoint
{
    public static void MapSignInWithPasskey(this IEndpointRouteBuilder routes)
    {
        var group = routes.OpenSignInGroup();
        group.MapPost("/passkey/options", AskAsync).WithName("AskPasskey")
            .WithSummary(
                "Options for navigator.credentials.get: before a code the same for everybody, afterwards with the "
                + "person's own passkeys.");
        group.MapPost("/passkey", CheckAsync).WithName("CheckPasskey")
            .WithSummary("Checks the browser's answer and signs in.");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AskAsync(
        PasskeyOptionsRequest? request, PasskeySignIn handler, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await handler.AskAsync(request?.Agency, SignInCookie.Read(http.Request), cancellationToken);
        if (outcome.Failed)
        {
            return outcome.Error.ToProblem(http);
        }

        if (outcome.Value.Kept is { } kept)
        {
            PasskeyCookie.Set(http.Response, kept);
        }

        return TypedResults.Content(outcome.Value.Options, "application/json");
    }

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> CheckAsync(
        PasskeyAnswerRequest request, PasskeySignIn handler, HttpContext http, CancellationToken cancellationToken)
    {
        var asked = PasskeyCookie.Read(http.Request);
        var outcome = await handler.CheckAsync(request, SignInCookie.Read(http.Request), asked, cancellationToken);
        if (asked is not null)
        {
            PasskeyCookie.Delete(http.Response);
        }

        return SignInResults.Of(outcome, http);
    }
}
