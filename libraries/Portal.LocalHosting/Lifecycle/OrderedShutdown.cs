using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;
using Portal.LocalHosting.Servers;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// Stops the services while their servers still answer, then the servers, and waits until nothing is left: Aspire 13.6
/// stops all at once and may be gone before they are.
/// </summary>
internal sealed partial class OrderedShutdown(
    DistributedApplicationModel model,
    ResourceCommandService commands,
    DataFolder data,
    DataFolderLock folderLock,
    ILogger<OrderedShutdown> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(20);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!folderLock.IsTaken)
        {
            // Nothing was started, and what runs on the folder is another host's.
            return;
        }

        await StopAllAsync(resource => resource is ProjectResource, cancellationToken);
        if (data.IsDiscarded)
        {
            // Without data to keep there is nothing to wait for.
            LeftoverProcesses.Kill(data.Root);
        }
        else
        {
            await StopAllAsync(resource => resource is ExecutableResource, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (!folderLock.IsTaken)
        {
            return;
        }

        if (await LeftoverProcesses.EndAsync(data.Root, Tail, cancellationToken) is var ended and > 0)
        {
            Ended(ended);
        }

        if (data.IsDiscarded)
        {
            ServerFolder.Discard(data);
        }
    }

    private async Task StopAllAsync(
        Func<IResource, bool> which, CancellationToken cancellationToken) => await Task.WhenAll(
        model.Resources.Where(which).Select(resource =>
            commands.ExecuteCommandAsync(resource, KnownResourceCommands.StopCommand, cancellationToken)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended {Count} processes that did not stop in time")]
    private partial void Ended(int count);
}
