using System.Net;
using Microsoft.AspNetCore.Http;

namespace Portal.ServiceDefaults.Requests;

/// <summary>What is asked of a request in several places.</summary>
public static class RequestFacts
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Whether the request may change something; safe methods don't (RFC 9110, section 9.2.1).</summary>
    public static bool IsUnsafe(this HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
            && !HttpMethods.IsOptions(request.Method);

    /// <summary>
    /// Address of whoever called the gateway, which sets it anew on every request; without one, whoever is connected.
    /// For services alone: at the gateway itself the header is the caller's own word.
    /// </summary>
    public static IPAddress? CallerAddress(this HttpContext http)
    {
        // Of several, the last was added by the nearest proxy, which alone is known.
        var nearest = http.Request.Headers[ForwardedFor].LastOrDefault()?.Split(',')[^1].Trim();
        var address = IPAddress.TryParse(nearest, out var forwarded) ? forwarded : http.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}
