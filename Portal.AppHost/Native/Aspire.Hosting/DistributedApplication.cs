using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.AppHost.Native;
using Portal.AppHost.Native.Orchestration;

namespace Aspire.Hosting;

/// <summary>A described system, ready to be started.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost _host;
    private bool _disposed;

    public DistributedApplication(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    private Orchestrator Orchestrator => Services.GetRequiredService<Orchestrator>();

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => Interception.Current is { } interception
        ? interception.CreateBuilder(args)
        : new DistributedApplicationBuilder(args);

    /// <summary>Starts the system and stays until it is told to stop; what can't be started is said on standard error.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Interception.Current is { } interception)
        {
            await interception.Released;
            return;
        }

        try
        {
            await Orchestrator.PrepareAsync(cancellationToken);
            await _host.RunAsync(cancellationToken);
        }
        catch (DistributedApplicationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <exception cref="DistributedApplicationException">A program is missing, a port is taken, or the data folder is in use.</exception>
    public virtual async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await Orchestrator.PrepareAsync(cancellationToken);
        await _host.StartAsync(cancellationToken);
    }

    public virtual Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    /// <summary>Ends every process that was started.</summary>
    public virtual void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await Orchestrator.StopAsync(CancellationToken.None);
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
