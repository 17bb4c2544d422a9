using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SigningIn.WithPasskey;

/// <summary>Proving the second factor with a passkey.</summary>
internal static class PasskeyRoutes
{
    public static void MapPasskey(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkey/options", AskAsync).WithName("AskPasskey").WithSummary("Options for navigator.credentials.get.");
        routes.MapPost("/passkey", CheckAsync).WithName("CheckPasskey").WithSummary("Checks the browser's answer and signs in.");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AskAsync(
        PasskeyStep step, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await step.AskAsync(SignInCookie.Read(http.Request), cancellationToken);
        return outcome.Failed ? outcome.Error.ToProblem(http) : TypedResults.Content(outcome.Value, "application/json");
    }

    private static async Task<Results<Ok<SignInState>, ProblemHttpResult>> CheckAsync(
        PasskeyAnswerRequest request, PasskeyStep step, HttpContext http, CancellationToken cancellationToken) =>
        SignInAnswer.Of(await step.CheckAsync(request.Credential.GetRawText(), SignInCookie.Read(http.Request), cancellationToken), http);
}
