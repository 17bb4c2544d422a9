namespace Portal.Web.Context;

/// <summary>
/// Below <c>/as/{delegation}</c> the gateway takes that part off the path and names it in X-Forwarded-Prefix; it
/// becomes the base of every address in the page. No address of a page names scheme or host, so nothing that a request
/// says of them gets into one: what is outside of the client's account begins with a slash and not with the base.
/// </summary>
internal static class ForwardedPathMiddleware
{
    private const string Root = "/as/";

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers["X-Forwarded-Prefix"] is [{ } prefix]
            && prefix.StartsWith(Root, StringComparison.Ordinal)
            && Guid.TryParseExact(prefix[Root.Length..], "D", out _))
        {
            http.Request.PathBase = prefix;
        }

        return next(http);
    }
}
