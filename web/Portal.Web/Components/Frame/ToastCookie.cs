using Portal.ServiceDefaults.Requests;

namespace Portal.Web.Components.Frame;

/// <summary>Carries one sentence from a form that succeeded to the page that it leads to.</summary>
internal static class ToastCookie
{
    private const string Name = PortalCookies.Prefix + "-toast";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>Leaves what the next page is to say.</summary>
    public static void Leave(HttpContext http, string text) =>
        http.Response.Cookies.Append(Name, Uri.EscapeDataString(text), Options(Lifetime));

    /// <summary>What was left, once.</summary>
    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } text)
        {
            return null;
        }

        http.Response.Cookies.Delete(Name, Options(lifetime: null));
        return Uri.UnescapeDataString(text);
    }

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
