using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Sessions;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.SignIns;

/// <summary>Binds a sign-in under way to the browser that began it.</summary>
internal static class SignInCookie
{
    public const string Name = PortalCookies.SignIn;

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Set(HttpResponse response, SessionReference reference) =>
        SessionCookie.Set(response, Name, reference.Value);

    public static void Delete(HttpResponse response) => SessionCookie.Delete(response, Name);
}
