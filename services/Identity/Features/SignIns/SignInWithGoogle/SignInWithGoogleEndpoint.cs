using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.SignIns;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>Going to Google.</summary>
internal static class SignInWithGoogleEndpoint
{
    public static void MapSignInWithGoogle(this IEndpointRouteBuilder routes) => routes
        .OpenSignInGroup()
        .MapGet("/google", GoAsync)
        .WithName("SignInWithGoogle")
        .WithSummary("Leads the browser to Google, which sends it back to /sign-in/google/callback.");

    private static async Task<Results<ChallengeHttpResult, ProblemHttpResult>> GoAsync(
        string? agency, string? returnTo, SignInStore store, OfferedSignInMethods ways,
        CancellationToken cancellationToken)
    {
        var found = await store.AgencyAsync(agency, SignInAudience.Client, cancellationToken);
        if (found.Failed)
        {
            return found.Error.ToProblem();
        }

        return ways.OffersGoogle(found.Value.Settings)
            ? TypedResults.Challenge(
                GoogleSignInProperties.To(found.Value.Slug, ReturnTo.Read(returnTo)),
                [ConfigureGoogleOpenIdConnect.Scheme])
            : new GoogleNotOffered().ToProblem();
    }
}
