using Microsoft.AspNetCore.Mvc;
using Portal.Web.Formats;
using Portal.Web.Services;
using Portal.Web.Services.SignIn;

namespace Portal.Web.Pages.SignIn;

/// <summary>
/// What a sign-in that is under way waits for: always at the same path, so that reloading and going back are harmless.
/// </summary>
internal static class StepEndpoints
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

    private static Task<IResult> GetAsync(SignInPlace place, StepScreens screens, CancellationToken cancellationToken) =>
        screens.ShowAsync(place, refusal: null, cancellationToken);

    private static async Task<IResult> SendAsync(
        SignInPlace place, [FromForm] string? to, SignInClient signIn, StepScreens screens, CancellationToken cancellationToken)
    {
        var answer = to is { Length: > 0 }
            ? await signIn.SendCodeAsync(to, cancellationToken)
            : Missing("Choose where we should send your code.");
        return await screens.AfterAsync(place, answer, cancellationToken);
    }

    private static async Task<IResult> CheckAsync(
        SignInPlace place, [FromForm] string? code, SignInClient signIn, StepScreens screens, CancellationToken cancellationToken)
    {
        var answer = CodeText.Read(code) is { } typed
            ? await signIn.CheckCodeAsync(typed, cancellationToken)
            : Missing("Enter the code that we sent you. It has 8 digits.");
        return await screens.AfterAsync(place, answer, cancellationToken);
    }

    private static async Task<IResult> ProveAsync(
        SignInPlace place, [FromForm] string? code, SignInClient signIn, StepScreens screens, CancellationToken cancellationToken)
    {
        var answer = CodeText.Read(code) is { } typed
            ? await signIn.ProveSecondFactorAsync(typed, cancellationToken)
            : Missing("Enter the 6 digits that your authenticator app shows.");
        return await screens.AfterAsync(place, answer, cancellationToken);
    }

    private static async Task<IResult> ProvePasskeyAsync(
        SignInPlace place, [FromForm] string? credential, SignInClient signIn, StepScreens screens, CancellationToken cancellationToken)
    {
        var answer = PasskeyText.Read(credential) is { } read
            ? await signIn.ProvePasskeyAsync(read, returnTo: null, cancellationToken)
            : Missing("The passkey was not used. Try again, or enter your authenticator code.", PasskeyText.Missing);
        return await screens.AfterAsync(place, answer, cancellationToken);
    }

    private static async Task<IResult> ChooseAsync(
        SignInPlace place, [FromForm] Guid? accountId, SignInClient signIn, StepScreens screens, CancellationToken cancellationToken)
    {
        var answer = accountId is { } chosen
            ? await signIn.ChooseClientAsync(chosen, cancellationToken)
            : Missing("Choose one of your accounts.");
        return await screens.AfterAsync(place, answer, cancellationToken);
    }

    private static Answer<SignInState> Missing(string text, string code = "missing") => new(new Refusal { Code = code, Detail = text });
}
