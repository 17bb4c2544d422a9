using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Features.Access;

namespace Portal.Identity.Features.SignIns.ProveSecondFactor;

/// <summary>Proving the second factor with an authenticator app.</summary>
internal static class ProveSecondFactorEndpoint
{
    public static void MapProveSecondFactor(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("/second-factor", ProveAsync)
        .NamePower(Powers.EnrollAuthenticator)
        .WithName("ProveSecondFactor")
        .WithSummary("Checks the password of the authenticator app; the first right one of a new app sets it up.");

    private static async Task<Results<Ok<SignInStateResponse>, ProblemHttpResult>> ProveAsync(
        SecondFactorRequest request, ProveSecondFactorHandler handler, HttpContext http,
        CancellationToken cancellationToken) =>
        SignInResults.Of(
            await handler.HandleAsync(request.Code, SignInCookie.Read(http.Request), cancellationToken), http);
}
