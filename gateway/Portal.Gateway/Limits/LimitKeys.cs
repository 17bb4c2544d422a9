using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Limits;

/// <summary>How requests are counted together.</summary>
internal static class LimitKeys
{
    public static string Of(HttpContext http, LimitPartition by) =>
        by == LimitPartition.Address ? AddressOf(http) : CallerOf(http);

    public static string AddressOf(HttpContext http) => SourceSite.Of(http.Connection.RemoteIpAddress);

    /// <summary>
    /// Client, subject and the one who acts for the subject: a helper does not use up the limit of the person helped.
    /// </summary>
    public static string CallerOf(HttpContext http) => http.User.Identity?.IsAuthenticated is true
        ? $"{http.User.FindFirst(PortalClaims.ClientId)?.Value} {http.User.Subject()} "
            + $"{http.User.FindFirst(PortalClaims.Actor)?.Value}"
        : AddressOf(http);
}
