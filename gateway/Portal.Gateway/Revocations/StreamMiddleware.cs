using Microsoft.AspNetCore.Http.Features;
using Portal.Gateway.Routes;
using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Revocations;

/// <summary>
/// Watches over streams (server-sent events, WebSockets) for as long as they are open, and lets each caller have so
/// many: every one costs the service behind it a question several times a second.
/// </summary>
internal sealed class StreamMiddleware(RequestDelegate next, OpenStreams streams, StreamSlots slots)
{

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsStream(http))
        {
            await next(http);
            return;
        }

        using var slot = slots.Take(http);
        if (!slot.IsAcquired)
        {
            await RefuseAsync(http);
        }
        else if (http.User.Identity?.IsAuthenticated is true)
        {
            await streams.RunAsync(http, RevocableToken.Of(http.User), next);
        }
        else
        {
            await next(http);
        }
    }

    private static bool IsStream(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is { Stream: true }
        || http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };

    private Task RefuseAsync(HttpContext http) => new TooManyStreams(slots.Each).WriteAsync(http);
}
