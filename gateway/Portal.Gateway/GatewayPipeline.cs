using Microsoft.AspNetCore.Mvc;
using Portal.Gateway.Limits;
using Portal.Gateway.Proxy;
using Portal.Gateway.Revocations;
using Portal.Gateway.Routes;
using Portal.Gateway.Security;
using Portal.Gateway.Sessions;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway;

/// <summary>What a request passes through, in this order.</summary>
internal static class GatewayPipeline
{
    public static WebApplication UseGatewayPipeline(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.Use(app.Services.GetRequiredService<GatewayMetrics>().CountAsync);
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseMiddleware<HostCheck>();
        app.Use(DelegationPaths.ReadAsync);
        app.UseRouting();
        app.Use(DelegationPaths.RestrictAsync);
        app.UseHostDefaults(beforeAuthorization: pipeline =>
        {
            pipeline.UseMiddleware<LimitMiddleware>();
            pipeline.Use(SameOriginMiddleware.InvokeAsync);
            pipeline.UseMiddleware<RevocationMiddleware>();
        });
        app.Use(BodyLimit.InvokeAsync);
        app.UseMiddleware<StreamMiddleware>();
        var routes = app.Services.GetRequiredService<RouteFile>().Routes.ToDictionary(
            route => route.Name!, StringComparer.Ordinal);
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(ProxyFailures.InvokeAsync);
            proxy.Use(NextReplica.InvokeAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).ConfigureEndpoints((endpoint, config) =>
        {
            var route = routes[config.RouteId];
            endpoint.WithMetadata(
                route, new RouteLimit(route.Limit!), new RequestSizeLimitAttribute(route.BodyLimitBytes));
            if (route.NeedsScope)
            {
                endpoint.WithMetadata(new RequiredScope(route.Policy!));
            }
        });
        return app;
    }
}
