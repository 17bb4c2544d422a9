using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Logging;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;
using Portal.LocalHosting.Servers;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// Checks, before anything starts, that everything can, and that nothing of an earlier run is still at work.
/// </summary>
internal sealed partial class StartupChecks(DataFolder data, DataFolderLock folderLock, ILogger<StartupChecks> log)
    : IDistributedApplicationEventingSubscriber
{
    /// <summary>What the processes of a host that was stopped or killed take at most to end by themselves.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(30);

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        eventing.Subscribe<BeforeStartEvent>((start, stopping) => CheckAsync(start.Model, stopping));
        return Task.CompletedTask;
    }

    /// <exception cref="DistributedApplicationException">A program is missing, a port is taken, or the data folder is
    /// in use.</exception>
    private async Task CheckAsync(DistributedApplicationModel model, CancellationToken cancellationToken)
    {
        InstalledProgram.Require(model.Resources.SelectMany(ProgramsOf));
        if (data.IsDiscarded)
        {
            await TemporaryDataFolder.RemoveAbandonedAsync(cancellationToken);
        }

        folderLock.Take();
        if (LeftoverProcesses.Of(data.Root).Count > 0)
        {
            WaitingForTail();
            if (await LeftoverProcesses.EndAsync(data.Root, Tail, cancellationToken) is var ended and > 0)
            {
                EndedLeftovers(ended);
            }
        }

        foreach (var resource in model.Resources)
        {
            RequireFreePorts(resource);
            Mark(resource);
        }
    }

    private static IEnumerable<InstalledProgram> ProgramsOf(IResource resource) => resource switch
    {
        LocalServerResource server => server.Programs,
        ExecutableResource { Command: "node" } => [new("node", "nodejs npm")],
        ExecutableResource executable when !Path.IsPathRooted(executable.Command) =>
            [new(executable.Command, executable.Command)],
        _ => [],
    };

    private static void RequireFreePorts(IResource resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (!endpoint.IsProxied && endpoint.Port is { } port && !FreePorts.IsFree(port))
            {
                throw new DistributedApplicationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Port {port} for '{resource.Name}' is in use by another program; stop that one or choose "
                    + $"another port."));
            }
        }
    }

    private void Mark(IResource resource)
    {
        if (resource is IResourceWithEnvironment)
        {
            resource.Annotations.Add(
                new EnvironmentCallbackAnnotation(
                    context => context.EnvironmentVariables[LeftoverProcesses.Mark] = data.Root));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for the processes of an earlier run to end")]
    private partial void WaitingForTail();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended {Count} processes that an earlier run had left behind")]
    private partial void EndedLeftovers(int count);
}
