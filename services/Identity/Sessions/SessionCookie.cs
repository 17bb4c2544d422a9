using Portal.Identity.Domain.Sessions;

namespace Portal.Identity.Sessions;

/// <summary>
/// The cookie that holds a session's reference. It lives as long as the browser; when the session ends is decided here, not
/// there. The name's prefix makes browsers refuse it from any other host and without TLS (RFC 6265bis, section 4.1.3.2).
/// </summary>
internal static class SessionCookie
{
    public const string Name = "__Host-portal";

    /// <summary>Gives the browser a reference in place of the one that it may hold.</summary>
    public static void Write(HttpResponse response, SessionReference reference) =>
        response.Cookies.Append(Name, reference.Value, Options());

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
