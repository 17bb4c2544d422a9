using System.Text.RegularExpressions;
using Portal.ServiceDefaults.Requests;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>
/// Remembers where somebody signed in last, so that a page whose session has ended can lead there. No secret.
/// </summary>
internal static partial class AgencyCookie
{
    private const string Name = PortalCookies.Prefix + "-agency";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static void Remember(
        HttpResponse response, SignInAudiencePath path) => response.Cookies.Append(Name, path.Start, new CookieOptions
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
        });

    /// <summary>Path of the sign-in page that was used last; null where there is none.</summary>
    public static string? Read(HttpRequest request) =>
        request.Cookies[Name] is { } path && SignInPath().IsMatch(path) ? path : null;

    [GeneratedRegex("^/sign-in/[a-z0-9-]+(/staff)?$")]
    private static partial Regex SignInPath();
}
