using Portal.ServiceDefaults.Requests;
using Portal.Web.Context;

namespace Portal.Web.Components.Tours;

/// <summary>
/// Remembers in the browser that a person has taken a tour, or did not want it, so that it is not offered again.
/// </summary>
internal static class TourCookie
{
    private const string Prefix = PortalCookies.Prefix + "-tour-";

    /// <summary>The cookie's name; the tour's script sets it.</summary>
    public static string NameOf(string tour, PageContext context) => $"{Prefix}{tour}-{context.Session?.Person.Id:N}";

    public static bool IsSeen(HttpContext http, string tour, PageContext context) =>
        http.Request.Cookies.ContainsKey(NameOf(tour, context));
}
