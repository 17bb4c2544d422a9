using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Agencies.GetAgency;

/// <summary>Reading the agency that the caller belongs to.</summary>
internal static class AgencyEndpoint
{
    public static void MapAgency(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/agency", GetAsync)
        .RequireScope(Scopes.ClientsRead)
        .WithName("GetAgency")
        .WithSummary("The caller's agency with its contact and staff.");

    private static async Task<Results<Ok<AgencyResponse>, ProblemHttpResult>> GetAsync(
        IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } agency)
        {
            return new AgencyNotFound().ToProblem();
        }

        var staff = await db.Staff.AsNoTracking().Where(member => member.IsActive).OrderBy(member => member.Name)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(AgencyResponse.Of(agency, staff));
    }
}
