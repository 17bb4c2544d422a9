using System.Net;
using System.Net.Sockets;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Where a caller comes from, as everything counts it that counts by address: whoever has one address of a site has
/// them all, so that another one of them must not start a new count. What is written down of a caller keeps the whole
/// address.
/// </summary>
public static class SourceSite
{
    // A household or a server has a whole /64 of IPv6 to choose from (RFC 6177).
    private const int SiteBytes = 8;

    private const int IPv4Bytes = 4;

    // RFC 3056: 2002, then the IPv4 address of the site that the tunnel ends at.
    private static readonly byte[] SixToFour = [0x20, 0x02];

    // RFC 6052, section 2.1: 64:ff9b::/96, then the IPv4 address of the caller; all of IPv4 lies in this one /64.
    private static readonly byte[] Translated = [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The site as text that is equal for all of its addresses; "unknown" where there is no address.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => OfIPv6(address.GetAddressBytes()),
        _ => address.ToString(),
    };

    private static string OfIPv6(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(SixToFour))
        {
            return new IPAddress(bytes.AsSpan(SixToFour.Length, IPv4Bytes)).ToString();
        }

        if (bytes.AsSpan().StartsWith(Translated))
        {
            return new IPAddress(bytes.AsSpan(Translated.Length)).ToString();
        }

        bytes.AsSpan(SiteBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
