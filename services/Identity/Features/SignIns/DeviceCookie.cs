using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.Sessions;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.SignIns;

/// <summary>
/// Knows a browser again in which somebody has signed in before. It outlives the session, and opens nothing.
/// </summary>
internal static class DeviceCookie
{
    public static string? Read(HttpRequest request) => request.Cookies[PortalCookies.Device];

    public static void Set(HttpResponse response, SessionReference reference) =>
        SessionCookie.Set(response, PortalCookies.Device, reference.Value, KnownDevice.Lifetime);
}
