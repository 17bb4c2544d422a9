using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Limits;

/// <summary>By what requests are told apart.</summary>
internal static class LimitKeys
{
    // A household or server has a whole /64 of IPv6 addresses to choose from.
    private const int SiteBytes = 8;
    private const int MaxClientIdLength = 200;

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

    /// <summary>The client id of HTTP Basic as it was sent; the address where there is none.</summary>
    public static string ClientOrAddressOf(HttpContext http) =>
        ClientOf(http) is { Length: > 0 } client ? $"client {client}" : AddressOf(http);

    private static string ClientOf(HttpContext http)
    {
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) || header.Parameter is null)
        {
            return "";
        }

        var buffer = new byte[header.Parameter.Length];
        if (!Convert.TryFromBase64String(header.Parameter, buffer, out var written))
        {
            return "";
        }

        var id = Encoding.UTF8.GetString(buffer, 0, written).Split(':')[0];
        return id.Length <= MaxClientIdLength ? id : "";
    }

    private static string SiteOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(SiteBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
