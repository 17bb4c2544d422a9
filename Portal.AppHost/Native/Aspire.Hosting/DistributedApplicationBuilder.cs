using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Portal.AppHost.Native;
using Portal.AppHost.Native.Orchestration;
using Portal.AppHost.Native.Status;

namespace Aspire.Hosting;

/// <summary>Describes a system that the native host runs.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly ResourceCollection _resources = [];

    public DistributedApplicationBuilder(string[] args)
        : this(args, Assembly.GetEntryAssembly())
    {
    }

    internal DistributedApplicationBuilder(string[] args, Assembly? appHost)
    {
        AppHostDirectory = DirectoryOf(appHost);
        _host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = args,
            ApplicationName = appHost?.GetName().Name,
            ContentRootPath = AppHostDirectory,
            EnvironmentName = EnvironmentName(),
        });
        _host.Logging.ClearProviders()
            .AddConsole(options => options.FormatterName = LineFormatter.FormatterName)
            .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        _host.Logging.AddFilter("Microsoft", LogLevel.Warning);
        _host.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(40));

        var settings = new NativeSettings(Configuration, AppHostDirectory);
        Services.AddSingleton(settings)
            .AddSingleton(new DataFolder(settings.DataPath))
            .AddSingleton(new DistributedApplicationModel(_resources))
            .AddSingleton(ExecutionContext)
            .AddSingleton(_ => new ResourceNotificationService())
            .AddSingleton<Orchestrator>()
            .AddHostedService<StatusServer>()
            .AddHostedService(services => services.GetRequiredService<Orchestrator>());
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources => _resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (_resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"There already is a resource '{resource.Name}'.");
        }

        _resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => Interception.Current is { } interception
        ? interception.Hold(this)
        : BuildApplication();

    internal DistributedApplication BuildApplication() => new(_host.Build());

    private static string DirectoryOf(Assembly? appHost) =>
        appHost?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "apphostprojectpath")?.Value
        ?? Directory.GetCurrentDirectory();

    private static string EnvironmentName() =>
        System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environments.Development;
}
