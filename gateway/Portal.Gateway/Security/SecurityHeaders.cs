using Portal.Gateway.Routes;

namespace Portal.Gateway.Security;

/// <summary>Headers that every answer carries; a page behind the gateway may set a policy of its own instead.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            Complete((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYear;
        }

        // What only a token opens, or a cookie changes, must not be cached.
        if (http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is { NeedsScope: true } or { Browser: true })
        {
            headers.TryAdd("Cache-Control", "no-store");
        }
    }
}
