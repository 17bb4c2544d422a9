using System.Net;
using System.Net.Sockets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Limits;

/// <summary>By what requests are told apart.</summary>
internal static class LimitKeys
{
    // A household or server has a whole /64 of IPv6 addresses to choose from.
    private const int SiteBytes = 8;

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => SiteOf(address),
        var address => address.ToString(),
    };

    /// <summary>Client and subject, and whoever acts for the subject: one who helps does not use up what the helped one has.</summary>
    public static string CallerOf(HttpContext http) => http.User.Identity?.IsAuthenticated is true
        ? $"{http.User.FindFirst(PortalClaims.ClientId)?.Value} {http.User.Subject()} {http.User.FindFirst(PortalClaims.Actor)?.Value}"
        : AddressOf(http);

    private static string SiteOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(SiteBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
