using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Identity.Features.SigningIn.EnrollSecondFactor;

/// <summary>Setting up the first second factor.</summary>
internal static class EnrollSecondFactorRoute
{
    public static void MapEnrollSecondFactor(this IEndpointRouteBuilder routes) => routes
        .MapPost("/second-factor/enrollment", SetUpAsync)
        .WithName("EnrollSecondFactor")
        .WithSummary("The secret of an authenticator app for a person of the agency who has no second factor yet.");

    private static async Task<Results<Ok<EnrollmentResponse>, ProblemHttpResult>> SetUpAsync(
        EnrollmentSetup setup, HttpContext http, CancellationToken cancellationToken)
    {
        var outcome = await setup.SetUpAsync(SignInCookie.Read(http.Request), cancellationToken);
        return outcome.Failed ? outcome.Error.ToProblem(http) : TypedResults.Ok(outcome.Value);
    }
}
