using Portal.Identity.Domain.Sessions;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.Sessions;

/// <summary>
/// Cookies that hold a reference. The prefix __Host- makes browsers keep them for this host alone, over TLS and for
/// every path (RFC 6265bis, section 4.1.3.2). Without a lifetime they end with the browser; the server ends them
/// before.
/// </summary>
internal static class SessionCookie
{
    public const string Name = PortalCookies.Session;

    public static void Set(HttpResponse response, SessionReference reference) => Set(response, Name, reference.Value);

    public static void Delete(HttpResponse response) => Delete(response, Name);

    public static void Set(HttpResponse response, string name, string value, TimeSpan? lifetime = null) =>
        response.Cookies.Append(name, value, Options(lifetime));

    public static void Delete(HttpResponse response, string name) => response.Cookies.Delete(name, Options());

    private static CookieOptions Options(TimeSpan? lifetime = null) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
