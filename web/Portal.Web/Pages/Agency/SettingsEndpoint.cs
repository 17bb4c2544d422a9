using Portal.Web.Pages.Agency.EditClientCenter;
using Portal.Web.Pages.Agency.ManagePartners;
using Portal.Web.Pages.Agency.ManagePeople;

namespace Portal.Web.Pages.Agency;

/// <summary>The agency's settings. Who may read them sees them; who may change them finds the means.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings").DisableAntiforgery();
        settings.MapClientCenter();
        settings.MapPeople();
        settings.MapPartners();
    }
}
