using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Processes;

namespace Portal.LocalHosting.Servers;

/// <summary>What the servers of the machine have in common.</summary>
internal static class LocalServerExtensions
{
    private const string Loopback = "127.0.0.1";

    public static IResourceBuilder<T> AddLocalServer<T>(this IDistributedApplicationBuilder builder, T server)
        where T : LocalServerResource => builder.AddResource(server).WithLoopbackEndpoint("tcp").RestartOnExit()
            .ExcludeFromManifest();

    /// <summary>
    /// Adds an endpoint at which the program itself listens, on a port that stays the same when it is started again.
    /// </summary>
    public static IResourceBuilder<T> WithLoopbackEndpoint<T>(
        this IResourceBuilder<T> resource, string name, string scheme = "tcp")
        where T : LocalServerResource => resource
            .WithEndpoint(port: FreePorts.Next(), scheme: scheme, name: name, isProxied: false)
            .WithEndpoint(name, endpoint => endpoint.TargetHost = Loopback)
            .WithUrlForEndpoint(
                name,
                url => url.DisplayLocation = scheme == "http"
                    ? UrlDisplayLocation.SummaryAndDetails
                    : UrlDisplayLocation.DetailsOnly);
}
