using Portal.Web.Pages.Insured.DecideConsent;
using Portal.Web.Pages.Insured.ShowAccessLog;
using Portal.Web.Pages.Insured.ShowCertificates;
using Portal.Web.Pages.Insured.ShowCoverage;
using Portal.Web.Pages.Insured.ShowHome;

namespace Portal.Web.Pages.Insured;

/// <summary>The client's own pages; below /as/ whoever stepped in sees the same ones.</summary>
internal static class InsuredEndpoint
{
    public static void MapInsured(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/a/{account:guid}").AddEndpointFilter(OpenAccountFilter.InvokeAsync)
            .DisableAntiforgery();
        account.MapAccountHome();
        account.MapCoverage();
        account.MapOwnCertificates();
        account.MapAccessLog();
        account.MapConsent();
    }
}
