using System.Globalization;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Writes problem details for what the gateway itself could not do; a service's own answers pass unchanged.
/// </summary>
internal static class ProxyFailures
{
    private const int RetryAfterSeconds = 2;

    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.GetForwarderErrorFeature() is null || http.Response.HasStarted
            || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var status = http.Response.StatusCode;
        if (status == StatusCodes.Status502BadGateway)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await TypedResults.Problem(detail: DetailOf(status), statusCode: status).ExecuteAsync(http);
    }

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "The request's body is larger than this route takes.",
        StatusCodes.Status502BadGateway => "The service behind this path did not answer; try again in a few seconds.",
        StatusCodes.Status504GatewayTimeout => "The service behind this path did not answer in time.",
        _ => "The request could not be passed on.",
    };
}
