using Portal.Identity.Features.Sessions;
using Portal.ServiceDefaults.Requests;

namespace Portal.Identity.Features.SignIns.SignInWithPasskey;

/// <summary>Binds the question of a passkey to a browser in which nobody is known yet.</summary>
internal static class PasskeyCookie
{
    private const char Divider = '.';

    public static SealedChallenge? Read(HttpRequest request) =>
        request.Cookies[PortalCookies.Passkey]?.Split(Divider, 2) is [var agency, var text]
            && Guid.TryParseExact(agency, "N", out var id)
            ? new SealedChallenge(id, text)
            : null;

    public static void Set(HttpResponse response, SealedChallenge question) =>
        SessionCookie.Set(response, PortalCookies.Passkey, $"{question.AgencyId:N}{Divider}{question.Text}");

    public static void Delete(HttpResponse response) => SessionCookie.Delete(response, PortalCookies.Passkey);
}
