using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Security;

/// <summary>
/// Refuses requests for hosts that are not the portal's (RFC 9110, section 7.4). Health is answered at any name:
/// monitors ask by the machine's address.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, ServedAddresses addresses)
{
    public Task InvokeAsync(HttpContext http) => IsHealth(http.Request.Path)
        || addresses.OriginOf(http.Request) is not null
        ? next(http)
        : new HostNotServed(addresses.Issuer).WriteAsync(http);

    private static bool IsHealth(PathString path) => path == "/health" || path == "/alive";
}
