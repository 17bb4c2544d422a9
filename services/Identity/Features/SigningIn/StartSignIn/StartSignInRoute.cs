using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SigningIn.StartSignIn;

/// <summary>Beginning with an address.</summary>
internal static class StartSignInRoute
{
    public static void MapStartSignIn(this IEndpointRouteBuilder routes) => routes
        .MapPost("", StartAsync)
        .WithName("StartSignIn")
        .WithSummary("Begins signing in with an email address; the code is sent at once, or the person is asked where to.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> StartAsync(
        StartSignInRequest request, SignInStarter starter, HttpContext http, CancellationToken cancellationToken) =>
        SignInAnswer.Of(await starter.StartAsync(request, SignInCookie.Read(http.Request), cancellationToken), http);
}
