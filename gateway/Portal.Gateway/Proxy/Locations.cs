using Yarp.ReverseProxy.Transforms;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Keeps the addresses that services answer with usable outside: one at the service's own address, which nobody outside
/// reaches or should know, becomes a path, and below /as/ a path stays below it.
/// </summary>
internal static class Locations
{
    public static void Rewrite(ResponseTransformContext response)
    {
        var http = response.HttpContext;
        var location = http.Response.Headers.Location.ToString();
        if (location.Length == 0)
        {
            return;
        }

        var path = PathOf(location, response.ProxyResponse?.RequestMessage?.RequestUri);
        http.Response.Headers.Location = path is null ? location : Below(http.Request.PathBase, path);
    }

    /// <summary>The path and query; null when the address is another host's.</summary>
    private static string? PathOf(string location, Uri? service)
    {
        if (location[0] == '/')
        {
            return location.Length > 1 && location[1] is '/' or '\\' ? null : location;
        }

        return service is not null && Uri.TryCreate(location, UriKind.Absolute, out var address)
            && address.GetLeftPart(UriPartial.Authority) == service.GetLeftPart(UriPartial.Authority)
                ? address.PathAndQuery + address.Fragment
                : null;
    }

    private static string Below(PathString prefix, string path) =>
        prefix.HasValue && !path.StartsWith(prefix.Value + "/", StringComparison.Ordinal) ? prefix + path : path;
}
