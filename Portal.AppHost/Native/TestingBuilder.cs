using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.AppHost.Native;

/// <summary>A description for a test; what it wrote goes with it, unless the test named the folder.</summary>
internal sealed class TestingBuilder(DistributedApplicationBuilder builder, Interception? interception = null)
    : IDistributedApplicationTestingBuilder
{
    private DistributedApplication? _application;

    public ConfigurationManager Configuration => builder.Configuration;

    public string AppHostDirectory => builder.AppHostDirectory;

    public IHostEnvironment Environment => builder.Environment;

    public IServiceCollection Services => builder.Services;

    public DistributedApplicationExecutionContext ExecutionContext => builder.ExecutionContext;

    public IResourceCollection Resources => builder.Resources;

    /// <summary>The settings of a test come first, so that the test can override them; a folder that it names is its own to keep.</summary>
    public static string[] WithTestSettings(string[] args)
    {
        string[] folder = args.Any(argument => argument.StartsWith($"--{NativeSettings.DataKey}", StringComparison.Ordinal))
            ? []
            : [$"--{NativeSettings.DataKey}={TestFolder.NewPath()}", $"--{NativeSettings.DiscardDataKey}=true"];
        return [$"--{NativeSettings.RandomizePortsKey}=true", "--Logging:LogLevel:Portal=Warning", .. folder, .. args];
    }

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource => builder.AddResource(resource);

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => builder.CreateResourceBuilder(resource);

    public DistributedApplication Build()
    {
        _application ??= builder.BuildApplication();
        interception?.Build(_application);
        return _application;
    }

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) => Task.FromResult(Build());

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        interception?.Release();
    }
}
