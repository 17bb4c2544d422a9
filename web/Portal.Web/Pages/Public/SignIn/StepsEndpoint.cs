using Microsoft.AspNetCore.Mvc;
using Portal.Web.Api;
using Portal.Web.Api.SignIn;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>
/// What a sign-in that is under way waits for: always at the same path, so that reloading and going back are harmless.
/// </summary>
internal static class StepsEndpoint
{
    public static void MapSteps(this IEndpointRouteBuilder routes)
    {
        var step = routes.MapGroup("/step");
        step.MapGet("", GetAsync);
        step.MapPost("/send", SendAsync);
        step.MapPost("/code", CheckAsync);
        step.MapPost("/second-factor", ProveAsync);
        step.MapPost("/passkey", ProvePasskeyAsync);
        step.MapPost("/account", ChooseAsync);
    }

    private static Task<IResult> GetAsync(
        SignInAudiencePath path, StepScreens screens, CancellationToken cancellationToken) =>
        screens.ShowAsync(path, problem: null, cancellationToken);

    private static async Task<IResult> SendAsync(
        SignInAudiencePath path, [FromForm] string? to, SignInApi signIn, StepScreens screens,
        CancellationToken cancellationToken)
    {
        var answer = to is { Length: > 0 }
            ? await signIn.SendCodeAsync(to, cancellationToken)
            : Missing("Choose where we should send your code.");
        return await screens.AfterAsync(path, answer, cancellationToken);
    }

    private static async Task<IResult> CheckAsync(
        SignInAudiencePath path, [FromForm] string? code, SignInApi signIn, StepScreens screens,
        CancellationToken cancellationToken)
    {
        var answer = CodeText.Read(code) is { } typed
            ? await signIn.CheckCodeAsync(typed, cancellationToken)
            : Missing("Enter the code that we sent you. It has 8 digits.");
        return await screens.AfterAsync(path, answer, cancellationToken);
    }

    private static async Task<IResult> ProveAsync(
        SignInAudiencePath path, [FromForm] string? code, SignInApi signIn, StepScreens screens,
        CancellationToken cancellationToken)
    {
        var answer = CodeText.Read(code) is { } typed
            ? await signIn.ProveSecondFactorAsync(typed, cancellationToken)
            : Missing("Enter the 6 digits that your authenticator app shows.");
        return await screens.AfterAsync(path, answer, cancellationToken);
    }

    private static async Task<IResult> ProvePasskeyAsync(
        SignInAudiencePath path, [FromForm] string? credential, SignInApi signIn, StepScreens screens,
        CancellationToken cancellationToken)
    {
        var answer = PasskeyText.Read(credential) is { } read
            ? await signIn.ProvePasskeyAsync(read, returnTo: null, cancellationToken)
            : Missing("The passkey was not used. Try again, or enter your authenticator code.", PasskeyText.Missing);
        return await screens.AfterAsync(path, answer, cancellationToken);
    }

    private static async Task<IResult> ChooseAsync(
        SignInAudiencePath path, [FromForm] Guid? accountId, SignInApi signIn, StepScreens screens,
        CancellationToken cancellationToken)
    {
        var answer = accountId is { } chosen
            ? await signIn.ChooseClientAsync(chosen, cancellationToken)
            : Missing("Choose one of your accounts.");
        return await screens.AfterAsync(path, answer, cancellationToken);
    }

    private static ApiResult<SignInState> Missing(string text, string code = "missing") =>
        new(new ApiProblem { Code = code, Detail = text });
}
