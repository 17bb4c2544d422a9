using Portal.Web.Context;

namespace Portal.Web.Pages.Public.Home;

/// <summary>The address without a path: on to where the visitor's own pages begin.</summary>
internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (PageContext context) => TypedResults.Redirect(context.Url(context.Home))).AllowAnonymous();
}
