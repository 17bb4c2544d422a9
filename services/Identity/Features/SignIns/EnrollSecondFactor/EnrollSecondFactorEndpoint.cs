using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SignIns.EnrollSecondFactor;

/// <summary>Setting up the first second factor.</summary>
internal static class EnrollSecondFactorEndpoint
{
    public static void MapEnrollSecondFactor(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapPost("/second-factor/enrollment", SetUpAsync)
        .WithName("EnrollSecondFactor")
        .WithSummary("The secret of an authenticator app for a person of the agency who has no second factor yet.");

    private static async Task<Results<Ok<EnrollmentResponse>, ProblemHttpResult>> SetUpAsync(
        EnrollSecondFactorHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleAsync(SignInCookie.Read(http.Request), cancellationToken);
        return outcome.Failed ? outcome.Error.ToProblem(http) : TypedResults.Ok(outcome.Value);
    }
}
