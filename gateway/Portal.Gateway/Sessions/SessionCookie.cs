using System.Buffers.Text;
using Microsoft.Extensions.Primitives;
using Portal.ServiceDefaults.Requests;

namespace Portal.Gateway.Sessions;

/// <summary>
/// The cookie with the session's reference, read from the header itself: the framework's collection would hide that a
/// name came twice, of which one may have been planted. Names count by the letter: browsers keep <c>__Host-</c> for
/// this host alone, but a neighbour's subdomain may set what becomes the same name once blanks beyond ASCII are taken
/// off it.
/// </summary>
internal static class SessionCookie
{
    public const string Name = PortalCookies.Session;

    private const string HostPrefix = "__Host-";
    private const int ReferenceLength = 43;
    private const int ReferenceBytes = 32;

    /// <summary>Whether the request brings the cookie, be it good or not.</summary>
    public static bool IsIn(HttpRequest request) => ValuesOf(request.Headers.Cookie).Any();

    /// <summary>The reference; null without one, with several, and with what can't be one.</summary>
    public static string? Read(HttpRequest request) =>
        ValuesOf(request.Headers.Cookie).Take(2).ToList() is [var only] && IsReference(only) ? only : null;

    /// <summary>
    /// The reference that an answer gives the browser; null where it gives none, or takes the cookie away.
    /// </summary>
    public static string? Read(HttpResponse response) =>
        ValuesOf(response.Headers.SetCookie).Take(2).ToList() is [var only] && IsReference(only) ? only : null;

    /// <summary>
    /// The other cookies of the request, as they came; empty where there is none. What only looks like a cookie of this
    /// host, or came twice under such a name, may have been planted and is left out: services compare names less
    /// strictly.
    /// </summary>
    public static string Others(StringValues headers)
    {
        var pairs = Pairs(headers).ToList();
        var timesSent = pairs.CountBy(NameOf).ToDictionary();
        return string.Join("; ", pairs.Where(pair => NameOf(pair) is var name && IsPassed(name, timesSent[name])));
    }

    /// <summary>Whether an answer sets or deletes the cookie.</summary>
    public static bool IsIn(HttpResponse response) =>
        response.Headers.SetCookie.Any(cookie => cookie is not null && NameOf(cookie) == Name);

    public static void Delete(HttpResponse response) => response.Cookies.Append(
        Name,
        "",
        new CookieOptions
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Expires = DateTimeOffset.UnixEpoch,
        });

    private static bool IsReference(string value) =>
        value.Length == ReferenceLength && Base64Url.IsValid(value, out var bytes) && bytes == ReferenceBytes;

    private static IEnumerable<string> ValuesOf(StringValues headers) => Pairs(headers)
        .Where(pair => NameOf(pair) == Name).Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    // White space between cookies is a blank or a tab (RFC 9110, section 5.6.3), and no other.
    private static IEnumerable<string> Pairs(StringValues headers) => headers
        .SelectMany(header => (header ?? "").Split(';')).Select(pair => pair.Trim(' ', '\t'))
            .Where(pair => pair.Length > 0);

    private static string NameOf(string pair) => pair.Split('=', 2)[0];

    private static bool IsPassed(string name, int timesSent) =>
        !name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        && (!name.Contains(HostPrefix, StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith(HostPrefix, StringComparison.Ordinal) && timesSent == 1));
}
