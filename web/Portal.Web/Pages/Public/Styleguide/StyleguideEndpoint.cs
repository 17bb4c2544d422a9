using Portal.Web.Components.Tables;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.Styleguide;

/// <summary>Every component in each of its states, in Development only.</summary>
internal static class StyleguideEndpoint
{
    public static void MapStyleguide(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/styleguide",
            (HttpRequest request) => PageResult.Of<StyleguidePage>(
                new { Address = TableAddress.Of(request) })).AllowAnonymous();
        routes.MapGet("/styleguide/reading", () => PageResult.Of<ReadingPage>()).AllowAnonymous();
    }
}
