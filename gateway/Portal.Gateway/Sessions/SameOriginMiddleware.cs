using Portal.Gateway.Security;
using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Sessions;

/// <summary>Refuses what another site may have made the browser send (cross-site request forgery).</summary>
internal static class SameOriginMiddleware
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) => SameOrigin.IsMissing(http)
        ? new CrossSiteRequest().WriteAsync(http)
        : next(http);
}
