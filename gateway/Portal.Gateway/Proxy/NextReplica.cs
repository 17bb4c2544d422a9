using Yarp.ReverseProxy.Forwarder;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Asks another replica when the first could not be reached, so that one that dies is not noticed outside. Only for
/// requests that may be made twice and have no body, and only while nothing was answered.
/// </summary>
internal static class NextReplica
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var proxy = http.GetReverseProxyFeature();
        var untried = proxy.AvailableDestinations.ToList();
        await next(http);
        while (MayTryAgain(http) && untried.Remove(proxy.ProxiedDestination!) && untried.Count > 0)
        {
            // Balancing has narrowed the choice to the one that failed.
            proxy.AvailableDestinations = untried;
            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.StatusCode = StatusCodes.Status200OK;
            await next(http);
        }
    }

    private static bool MayTryAgain(HttpContext http) =>
        http.GetForwarderErrorFeature() is { Error: ForwarderError.Request }
        && !http.Response.HasStarted
        && !http.RequestAborted.IsCancellationRequested
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
