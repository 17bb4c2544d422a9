using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Lifecycle;

namespace Portal.LocalHosting;

/// <summary>Runs what an app host describes as processes of this machine, on one data folder.</summary>
public static class LocalHostingExtensions
{
    /// <summary>Longer than the slowest server takes to stop, after the services.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Keeps other hosts out of the data folder and waits for the tail of an earlier run; writes log files; starts
    /// again what ends by itself; at the end stops the services before the servers and leaves no process behind.
    /// </summary>
    public static void UseDataFolder(this IDistributedApplicationBuilder builder, DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton(data);
        services.AddSingleton<DataFolderLock>();
        services.AddEventingSubscriber<StartupChecks>();
        services.AddEventingSubscriber<LogFiles>();
        services.AddEventingSubscriber<Restarter>();
        services.AddHostedService<OrderedShutdown>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        services.Configure<ResourceNotificationServiceOptions>(
            options => options.DefaultWaitBehavior = WaitBehavior.WaitOnResourceUnavailable);
        // The states of the resources tell it; a server that still starts is no failure with a stack.
        services.AddLogging(
            logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations)
            {
                var factory = registration.Factory;
                registration.Factory = provider => new RetryingHealthCheck(factory(provider));
            }
        });
    }

    /// <summary>A generated secret of letters and digits that stays the same for a data folder.</summary>
    public static IResourceBuilder<ParameterResource> AddStoredSecret(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DataFolder data, int length = 40)
    {
        ArgumentNullException.ThrowIfNull(data);
        return builder.AddParameter(name, new StoredSecret(data.Secrets, name, length), secret: true);
    }

    /// <summary>
    /// Starts a process of the resource again, after a pause that grows, whenever it ends without being asked to.
    /// </summary>
    public static IResourceBuilder<T> RestartOnExit<T>(this IResourceBuilder<T> resource)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.WithAnnotation(new RestartAnnotation());
    }

    /// <summary>
    /// Gives a program an empty folder of its own for what it would leave in the machine's temporary one.
    /// </summary>
    public static IResourceBuilder<T> WithTemporaryFolder<T>(this IResourceBuilder<T> resource, DataFolder data)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(data);
        var path = Path.Combine(data.Root, "tmp", resource.Resource.Name);
        resource.OnBeforeResourceStarted((_, _, _) =>
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
            return Task.CompletedTask;
        });
        return resource.WithEnvironment("TMPDIR", path);
    }
}
