using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.SigningIn.WithGoogle;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SigningIn.DescribeAgency;

/// <summary>What an agency's sign-in page shows, before anybody is known.</summary>
internal static class DescribeAgencyRoute
{
    public static void MapDescribeAgency(this IEndpointRouteBuilder routes) => routes
        .MapGet("/agencies/{slug}", GetAsync)
        .WithName("DescribeSignIn")
        .WithSummary("An agency's name, contact and ways of signing in.");

    private static async Task<Results<Ok<AgencySignInResponse>, ProblemHttpResult>> GetAsync(
        string slug, IdentityDb db, GoogleProvider google, CancellationToken cancellationToken)
    {
        var agency = await db.Agencies.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug, cancellationToken);
        return agency is null
            ? new AgencyUnknown().ToProblem()
            : TypedResults.Ok(new AgencySignInResponse(
                agency.Slug, agency.Details.Name, agency.Settings.ClientCenter, AgencyContact.Of(agency),
                google.IsOfferedBy(agency) ? ["email", "google"] : ["email"]));
    }
}
