using Portal.ServiceDefaults.Tokens;

namespace Portal.Web.Pages.Settings;

/// <summary>The agency's settings. Who may read them sees them; who may change them finds the means.</summary>
internal static class SettingsRoutes
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings").DisableAntiforgery();
        var read = settings.MapGroup("").RequireScope(Scopes.AgencyRead);
        var write = settings.MapGroup("").RequireScope(Scopes.AgencyWrite);
        ClientCenterEndpoints.Map(read, write);
        PeopleEndpoints.Map(read, write);
        PartnerEndpoints.Map(
            settings.MapGroup("/partners").RequireScope(Scopes.ApplicationsRead),
            settings.MapGroup("/partners").RequireScope(Scopes.ApplicationsWrite));
    }
}
