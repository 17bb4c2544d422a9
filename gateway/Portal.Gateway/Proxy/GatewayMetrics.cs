using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Telemetry;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Requests that the gateway itself refused, or could not have answered, meter <c>Portal.Gateway</c>; what a service
/// answers, however it answers, is not counted here.
/// </summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "Portal.Gateway";

    private readonly Counter<long> _refusals;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _refusals = meter.CreateCounter<long>(
            "portal.gateway.refusals", "{request}", "Requests that the gateway itself refused, by reason.");
    }

    /// <summary>Counts a request as it leaves.</summary>
    public async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (ReasonOf(http) is { } reason)
        {
            _refusals.Add(1, new KeyValuePair<string, object?>("error.type", reason));
        }
    }

    private static string? ReasonOf(HttpContext http)
    {
        var isPassedOn = http.Features.Get<IReverseProxyFeature>()?.ProxiedDestination is not null;
        return http.GetForwarderErrorFeature() is { Error: var error }
            ? ReasonOf(error)
            : isPassedOn ? null : ReasonOf(http.Response.StatusCode);
    }

    /// <summary>
    /// By what YARP met, not by whether the client is still there: it may have left once it had the refusal's headers.
    /// </summary>
    private static string? ReasonOf(ForwarderError error) => error switch
    {
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled
            or ForwarderError.UpgradeRequestCanceled or ForwarderError.UpgradeResponseCanceled
                or ForwarderError.ResponseBodyClient
            or ForwarderError.UpgradeRequestClient or ForwarderError.UpgradeResponseClient => null,
        ForwarderError.RequestTimedOut => "service-late",
        ForwarderError.RequestBodyClient => "body-broken-off",
        _ => "service-away",
    };

    private static string? ReasonOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "no-route",
        StatusCodes.Status405MethodNotAllowed => "no-method",
        StatusCodes.Status413PayloadTooLarge => "body-too-large",
        StatusCodes.Status421MisdirectedRequest => "other-host",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status503ServiceUnavailable => "identity-away",
        >= StatusCodes.Status400BadRequest => "other",
        _ => null,
    };
}
