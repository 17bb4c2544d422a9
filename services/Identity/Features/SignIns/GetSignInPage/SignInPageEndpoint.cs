using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.GetSignInPage;

/// <summary>What anybody may know of an agency who wants to sign in.</summary>
internal static class SignInPageEndpoint
{
    public static void MapSignInPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/sign-in/agencies/{slug}", GetAsync)
            .AllowAnonymous().WithTags("SignIn").WithName("GetSignInPage")
            .WithSummary("An agency's sign-in page: whom to call, and the ways of signing in.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<SignInPageResponse>, ProblemHttpResult>> GetAsync(
        string slug, IdentityDb db, OfferedSignInMethods ways, CancellationToken cancellationToken)
    {
        var known = slug.ToLowerInvariant();
        return await db.Agencies.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Slug == known, cancellationToken)
            is { } agency
            ? TypedResults.Ok(new SignInPageResponse(
                agency.Slug, agency.Details.Name, agency.Settings.ClientCenter, SignInContact.Of(agency),
                agency.Settings.Accent, agency.TimeZone,
                ways.Of(agency.Settings)))
            : new AgencyNotFound().ToProblem();
    }
}
