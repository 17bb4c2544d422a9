using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Policies;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured.ShowCoverage;

/// <summary>The client's policies in plain words.</summary>
internal static class CoverageEndpoint
{
    public static void MapCoverage(this IEndpointRouteBuilder account) =>
        account.MapGet("/policies", GetAsync).RequireScope(Scopes.PoliciesRead);

    private static async Task<IResult> GetAsync(
        Guid account, PolicyApi policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await policies.OfClientAsync(account, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<CoveragePage>(new { Policies = found.Value, Today = time.Today() });
    }
}
