namespace Portal.Web.Pages.Insured;

/// <summary>The client's own pages; below /as/ whoever stepped in sees the same ones.</summary>
internal static class InsuredEndpoints
{
    public static void MapInsured(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/a/{account:guid}").AddEndpointFilter(OpenAccount.InvokeAsync).DisableAntiforgery();
        account.MapAccountHome();
        account.MapCoverage();
        account.MapOwnCertificates();
        account.MapVisits();
        account.MapConsent();
    }
}
