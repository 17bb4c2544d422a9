using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SignIns.StartSignIn;

/// <summary>Beginning with an address.</summary>
internal static class StartSignInEndpoint
{
    public static void MapStartSignIn(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("", StartAsync)
        .WithName("StartSignIn")
        .WithSummary(
            "Begins signing in with an email address; the code is sent at once, or the person is asked where to.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> StartAsync(
        StartSignInRequest request, StartSignInHandler handler, HttpContext http,
        CancellationToken cancellationToken) =>
        SignInResults.Of(await handler.HandleAsync(request, SignInCookie.Read(http.Request), cancellationToken), http);
}
