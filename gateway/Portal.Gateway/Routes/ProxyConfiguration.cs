using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Portal.Gateway.Routes;

/// <summary>The routes and the services in YARP's terms.</summary>
internal static class ProxyConfiguration
{
    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RestAfterFailures = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<RouteConfig> RoutesOf(RouteFile file) =>
    [
        .. file.Routes.Select(route => new RouteConfig
        {
            RouteId = route.Name!,
            ClusterId = route.Cluster,
            Match = new RouteMatch { Path = route.Path, Methods = MethodsOf(route) },
            AuthorizationPolicy = route.Policy,
            Transforms = route.To is null ? null : [new Dictionary<string, string> { ["PathSet"] = route.To }],
        }),
    ];

    // RFC 9110, section 9.3.2: whatever answers GET answers HEAD. A stream has no answer without its body.
    private static IReadOnlyList<string> MethodsOf(PortalRoute route) =>
        route.Methods!.Contains(HttpMethods.Get, StringComparer.Ordinal) && !route.Stream
            ? [.. route.Methods!, HttpMethods.Head]
            : route.Methods!;

    public static IReadOnlyList<ClusterConfig> ClustersOf(RouteFile file) =>
    [
        .. file.Routes.DistinctBy(route => route.Cluster).Select(route => new ClusterConfig
        {
            ClusterId = route.Cluster,
            LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
            // Service discovery makes it as many destinations as the service has addresses.
            Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
            {
                [route.Service!] = new() { Address = $"http://{route.Service}/" },
            },
            HttpRequest = new ForwarderRequestConfig
            {
                ActivityTimeout = route.Stream ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(route.TimeoutSeconds),
                AllowResponseBuffering = false,
            },
            HealthCheck = new HealthCheckConfig
            {
                // Where no replica seems well, all are asked: a slow health check must not close a service that works.
                AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
                Active = new ActiveHealthCheckConfig
                {
                    Enabled = true,
                    Interval = HealthInterval,
                    Timeout = HealthTimeout,
                    Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                    Path = "/health",
                },
                Passive = new PassiveHealthCheckConfig
                {
                    Enabled = true,
                    Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
                    ReactivationPeriod = RestAfterFailures,
                },
            },
        }),
    ];
}
