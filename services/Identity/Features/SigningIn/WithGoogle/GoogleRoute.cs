using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.ShowSignIn;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>Going to Google.</summary>
internal static class GoogleRoute
{
    public static void MapGoogle(this IEndpointRouteBuilder routes) => routes
        .MapGet("/google", GoAsync)
        .WithName("SignInWithGoogle")
        .WithSummary("Leads the browser to Google, which sends it back to /sign-in/google/callback.");

    private static async Task<Results<ChallengeHttpResult, ProblemHttpResult>> GoAsync(
        string? agency, string? returnTo, SignInDesk desk, OfferedSignInMethods ways, CancellationToken cancellationToken)
    {
        var found = await desk.AgencyAsync(agency, SignInAudience.Client, cancellationToken);
        if (found.Failed)
        {
            return found.Error.ToProblem();
        }

        return ways.OffersGoogle(found.Value.Settings)
            ? TypedResults.Challenge(GoogleJourney.To(found.Value.Slug, ReturnTo.Read(returnTo)), [GoogleOptionsSetup.Scheme])
            : new GoogleNotOffered().ToProblem();
    }
}
