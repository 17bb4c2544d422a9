using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Insurance;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Renewals.GetRenewal;

/// <summary>
/// Tells the Certificate service of a renewal whose message it has not seen yet, so that a distribution exists from the
/// moment its id was answered. For services of every agency; the gateway does not lead here.
/// </summary>
internal static class GetRenewalEndpoint
{
    public static void MapGetRenewal(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/renewals/{distributionId:guid}", GetAsync)
            .RequireScope(Scopes.RenewalsRead).WithTags("Internal").WithName("GetRenewal")
            .WithSummary("A renewal by the distribution that it causes")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RenewalResponse>, ProblemHttpResult>> GetAsync(
        Guid distributionId, PolicyDb db, CancellationToken cancellationToken)
    {
        var id = new DistributionId(distributionId);
        var renewal = await db.Renewals.AsNoTracking().IgnoreQueryFilters([AgencyScope.Filter])
            .SingleOrDefaultAsync(renewal => renewal.DistributionId == id, cancellationToken);
        return renewal is null
            ? new RenewalNotFound().ToProblem()
            : TypedResults.Ok(new RenewalResponse(
                distributionId, renewal.AgencyId.Value, renewal.AccountId.Value, renewal.PolicyIds,
                renewal.RequestedAt));
    }
}
