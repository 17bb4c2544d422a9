namespace Portal.Web.Visits;

/// <summary>
/// Below <c>/as/{delegation}</c> the gateway takes that part off the path and names it in X-Forwarded-Prefix; it becomes the
/// base of every address in the page. Scheme and host are those that the browser sees.
/// </summary>
internal static class ForwardedPath
{
    private const string Root = "/as/";

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Request.Headers;
        if (headers["X-Forwarded-Prefix"] is [{ } prefix] && prefix.StartsWith(Root, StringComparison.Ordinal)
            && Guid.TryParseExact(prefix[Root.Length..], "D", out _))
        {
            http.Request.PathBase = prefix;
        }

        if (headers["X-Forwarded-Proto"] is ["https"])
        {
            http.Request.Scheme = "https";
        }

        if (headers["X-Forwarded-Host"] is [{ Length: > 0 } host])
        {
            http.Request.Host = new HostString(host);
        }

        return next(http);
    }
}
