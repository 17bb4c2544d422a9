using Portal.Gateway.Limits;
using Portal.Gateway.Proxy;
using Portal.Gateway.Revocations;
using Portal.Gateway.Routes;
using Portal.Gateway.Security;
using Portal.Gateway.Sessions;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway;

/// <summary>What the gateway is made of.</summary>
internal static class GatewayServices
{
    private const int MaxHeaderBytes = 32 * 1024;

    // The pages of a renewal keep it in their address.
    private const int MaxRequestLineBytes = 16 * 1024;

    /// <summary>
    /// Reads the routes (<c>Gateway__Routes</c>, else <c>routes.json</c> beside the program) and sets up the proxy.
    /// </summary>
    /// <exception cref="InvalidOperationException">Routes, limits or addresses are wrong.</exception>
    public static WebApplicationBuilder AddGatewayServices(this WebApplicationBuilder builder)
    {
        var limits = LimitOptions.ReadAll(builder.Configuration);
        var path = builder.Configuration["Gateway:Routes"] ?? Path.Combine(AppContext.BaseDirectory, "routes.json");
        var routes = RouteFile.Read(
            path, [.. limits.Where(limit => limit.Value.CountsRequests).Select(limit => limit.Key)]);
        builder.Services.AddSingleton(routes);
        builder.Services.AddSingleton(_ => new LimiterSet(limits));
        builder.Services.AddSingleton<ServedAddresses>();
        builder.Services.AddSingleton<GatewayMetrics>();
        var authorization = builder.Services.AddAuthorizationBuilder();
        authorization.AddPolicy(PortalRoute.Optional, policy => policy.RequireAssertion(SessionServices.IsKnown));
        foreach (var scope in Scopes.ForPartners.Concat(Scopes.ForPeople))
        {
            authorization.AddPolicy(scope, policy => policy.RequireScope(scope));
        }

        builder.AddSessions();
        builder.AddRevocations();
        foreach (var service in routes.Routes.Select(route => route.Service!).Distinct(StringComparer.Ordinal))
        {
            builder.Configuration.RequireService(service);
        }

        builder.Services.AddServices().AddReverseProxy()
            .LoadFromMemory(ProxyConfiguration.RoutesOf(routes), ProxyConfiguration.ClustersOf(routes))
            .AddServiceDiscoveryDestinationResolver()
            .AddTransforms(context =>
            {
                context.AddHeaderHygiene();
                context.AddHeadRequests();
            });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
        return builder;
    }
}
