using Microsoft.AspNetCore.Http.Features;
using Portal.Gateway.Routes;

namespace Portal.Gateway.Revocations;

/// <summary>Watches over streams (server-sent events, WebSockets) for as long as they are open.</summary>
internal sealed class StreamMiddleware(RequestDelegate next, OpenStreams streams)
{
    public Task InvokeAsync(HttpContext http) => http.User.Identity?.IsAuthenticated is true && IsStream(http)
        ? streams.RunAsync(http, RevocableToken.Of(http.User), next)
        : next(http);

    private static bool IsStream(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is { Stream: true }
        || http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };
}
