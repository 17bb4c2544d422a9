using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Portal.Gateway.Routes;
using Portal.Gateway.Security;
using Portal.ServiceDefaults.Requests;

namespace Portal.Gateway.Sessions;

/// <summary>
/// Whether a request that a cookie lends force to has to show that the portal's own page sent it, and does. Browsers
/// tell it in Sec-Fetch-Site, which no page can set; older ones, and any on a plain http address of the network, in
/// Origin alone.
/// </summary>
internal static class SameOrigin
{
    public static bool IsMissing(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is { } route
        && ChangesState(http) && (route.Browser || IsByCookie(http.Request, route)) && !IsShown(http);

    // A WebSocket is opened by GET, and no page is kept from reading what a foreign one answers.
    private static bool ChangesState(HttpContext http) =>
        http.Request.IsUnsafe() || http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };

    private static bool IsByCookie(HttpRequest request, PortalRoute route) =>
        route.Policy != PortalRoute.Anonymous && request.Headers.Authorization.Count == 0
            && SessionCookie.IsIn(request);

    private static bool IsShown(HttpContext http) => http.Request.Headers.TryGetValue("Sec-Fetch-Site", out var site)
        ? IsOnly(site, "same-origin")
        : http.RequestServices.GetRequiredService<ServedAddresses>().OriginOf(http.Request) is { } own
            && IsOnly(http.Request.Headers.Origin, own);

    private static bool IsOnly(StringValues values, string wanted) =>
        values.Count == 1 && string.Equals(values[0], wanted, StringComparison.OrdinalIgnoreCase);
}
