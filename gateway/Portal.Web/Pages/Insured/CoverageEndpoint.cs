using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Pages.Errors;
using Portal.Web.Services.Policies;

namespace Portal.Web.Pages.Insured;

/// <summary>The client's policies in plain words.</summary>
internal static class CoverageEndpoint
{
    public static void MapCoverage(this IEndpointRouteBuilder account) =>
        account.MapGet("/policies", GetAsync).RequireScope(Scopes.PoliciesRead);

    private static async Task<IResult> GetAsync(Guid account, PolicyClient policies, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await policies.OfClientAsync(account, cancellationToken);
        return found.Refused
            ? found.Refusal.ToPage()
            : Page.Of<CoveragePage>(new { Policies = found.Value, Today = time.Today() });
    }
}
