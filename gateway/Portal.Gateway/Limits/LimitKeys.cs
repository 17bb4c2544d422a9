using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Limits;

/// <summary>By what requests are told apart.</summary>
internal static class LimitKeys
{
    public static string Of(HttpContext http, LimitPartition by) => by == LimitPartition.Address ? AddressOf(http) : CallerOf(http);

    public static string AddressOf(HttpContext http) => SourceSite.Of(http.Connection.RemoteIpAddress);

    /// <summary>Client and subject, and whoever acts for the subject: one who helps does not use up what the helped one has.</summary>
    public static string CallerOf(HttpContext http) => http.User.Identity?.IsAuthenticated is true
        ? $"{http.User.FindFirst(PortalClaims.ClientId)?.Value} {http.User.Subject()} {http.User.FindFirst(PortalClaims.Actor)?.Value}"
        : AddressOf(http);
}
