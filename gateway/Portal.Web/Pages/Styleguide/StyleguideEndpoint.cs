using Portal.Web.Components.Tables;

namespace Portal.Web.Pages.Styleguide;

/// <summary>Every component in each of its states, in Development only.</summary>
internal static class StyleguideEndpoint
{
    public static void MapStyleguide(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/styleguide", (HttpRequest request) => Page.Of<StyleguidePage>(new { Address = TableAddress.Of(request) })).AllowAnonymous();
        routes.MapGet("/styleguide/reading", () => Page.Of<ReadingPage>()).AllowAnonymous();
    }
}
