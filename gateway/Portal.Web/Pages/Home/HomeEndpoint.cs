using Portal.Web.Visits;

namespace Portal.Web.Pages.Home;

/// <summary>The address without a path: on to where the visitor's own pages begin.</summary>
internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (Visit visit) => TypedResults.Redirect(visit.Url(visit.Home))).AllowAnonymous();
}
