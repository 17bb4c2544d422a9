namespace Portal.Gateway.Proxy;

/// <summary>
/// Warns once when requests come as if through a proxy while none is named: if there is one, everybody behind it has
/// one address, and so shares every limit that counts by address.
/// </summary>
internal sealed partial class UnnamedProxyWarning(RequestDelegate next, ILogger<UnnamedProxyWarning> log)
{
    private int _warned;

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey("X-Forwarded-For") && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            LogUnnamed();
        }

        return next(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request brought X-Forwarded-For, but no proxy is named, so "
        + "the header does not count: where there is a proxy, limits and the audit trail take everybody behind it "
            + "for one caller. Name it in Gateway__TrustedProxies; without a proxy the header is the caller's own "
                + "and nothing needs to be done")]
    private partial void LogUnnamed();
}
