using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Access;

namespace Portal.Identity.Features.SigningIn.ProveSecondFactor;

/// <summary>Proving the second factor with an authenticator app.</summary>
internal static class ProveSecondFactorRoute
{
    public static void MapProveSecondFactor(this IEndpointRouteBuilder routes) => routes
        .MapPost("/second-factor", ProveAsync)
        .NamePower(Powers.EnrollAuthenticator)
        .WithName("ProveSecondFactor")
        .WithSummary("Checks the password of the authenticator app; the first right one of a new app sets it up.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> ProveAsync(
        SecondFactorRequest request, SecondFactorCheck check, HttpContext http, CancellationToken cancellationToken) =>
        SignInAnswer.Of(await check.CheckAsync(request.Code, SignInCookie.Read(http.Request), cancellationToken), http);
}
