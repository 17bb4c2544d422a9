using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.AppHost.Native.Processes;
using Portal.AppHost.Native.Servers;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Starts every resource as soon as what it waits for is healthy, and stops them the other way round.</summary>
internal sealed partial class Orchestrator(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext execution,
    ResourceNotificationService notifications,
    DataFolder data,
    NativeSettings settings,
    IHostEnvironment environment,
    ILogger<Orchestrator> logger) : IHostedService, IDisposable
{
    private readonly FreePorts _ports = new();
    private readonly ProcessLedger _ledger = new(data.Processes);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<IResource, CancellationTokenSource> _stops = [];
    private readonly Dictionary<IResource, Task> _running = [];
    private IReadOnlyList<Runner> _runners = [];
    private IDisposable? _claim;
    private Task? _stopped;

    public IReadOnlyList<Runner> Runners => _runners;

    /// <summary>Checks that everything can be started, ends what an earlier host left behind, and gives out addresses.</summary>
    /// <exception cref="DistributedApplicationException">A program is missing, a port is taken, or the data folder is in use.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_claim is not null)
        {
            return;
        }

        var launchers = model.Resources.Select(resource => (Resource: resource, Launcher: LauncherOf(resource))).ToList();
        InstalledProgram.Require(launchers.SelectMany(pair => pair.Launcher?.Programs ?? []).Append(InstalledProgram.SetPrivileges));
        if (settings.DiscardData)
        {
            await TestFolder.RemoveAbandonedAsync(cancellationToken);
        }

        _claim = data.Claim();
        if (await _ledger.EndLeftoversAsync(cancellationToken) is var left and > 0)
        {
            EndedLeftovers(left);
        }

        var allocator = new EndpointAllocator(_ports, settings.RandomizePorts);
        foreach (var resource in model.Resources)
        {
            allocator.Allocate(resource);
        }

        foreach (var outside in model.Resources.OfType<IResourceWithConnectionString>())
        {
            await outside.GetConnectionStringAsync(cancellationToken);
        }

        _runners = [.. launchers.Select(pair => RunnerOf(pair.Resource, pair.Launcher))];
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var runner in _runners)
        {
            var stop = new CancellationTokenSource();
            _stops[runner.Resource] = stop;
            _running[runner.Resource] = RunAsync(runner, stop.Token);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopAllAsync();

    public void Dispose()
    {
        _stopping.Dispose();
        _claim?.Dispose();
    }

    private async Task RunAsync(Runner runner, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _stopping.Token);
        var needs = Needs(runner.Resource).ToList();
        if (needs.Count > 0)
        {
            await notifications.PublishUpdateAsync(runner.Resource, before => before with { State = KnownResourceStates.Waiting });
        }

        try
        {
            await Task.WhenAll(needs.Select(need => notifications.WaitForResourceHealthyAsync(need.Name, either.Token)));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await runner.RunAsync(stop);
    }

    /// <summary>Whoever waits for a resource is stopped before it.</summary>
    private async Task StopAllAsync()
    {
        await _stopping.CancelAsync();
        var stopped = new Dictionary<IResource, Task>();
        await Task.WhenAll(_running.Keys.Select(Stop));
        foreach (var replica in _runners.SelectMany(runner => runner.Replicas))
        {
            replica.Dispose();
        }

        _claim?.Dispose();
        if (settings.DiscardData)
        {
            ServerFolder.Discard(data);
        }

        Task Stop(IResource resource)
        {
            if (!stopped.TryGetValue(resource, out var task))
            {
                var dependents = _running.Keys.Where(other => Needs(other).Contains(resource)).Select(Stop).ToList();
                stopped[resource] = task = StopAsync(resource, dependents);
            }

            return task;
        }
    }

    private async Task StopAsync(IResource resource, IReadOnlyList<Task> dependents)
    {
        await Task.WhenAll(dependents);
        await _stops[resource].CancelAsync();
        await _running[resource];
        _stops[resource].Dispose();
    }

    private static IEnumerable<IResource> Needs(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource)
            .Concat(resource is IResourceWithParent child ? [child.Parent] : [])
            .Distinct();

    private Launcher? LauncherOf(IResource resource) => resource switch
    {
        RabbitMQServerResource rabbitMq => new RabbitMqLauncher(rabbitMq, data, _ports),
        PostgresServerResource postgres => new PostgresLauncher(postgres, data),
        ProjectResource project => new ProjectLauncher(project, execution, environment.EnvironmentName),
        ExecutableResource executable => new ExecutableLauncher(executable, execution, data),
        _ => null,
    };

    private Runner RunnerOf(IResource resource, Launcher? launcher)
    {
        if (launcher is null)
        {
            return resource is PostgresDatabaseResource database
                ? new DatabaseRunner(database, notifications)
                : new ValueRunner(resource, notifications);
        }

        var count = resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
        var replicas = Enumerable.Range(0, count).Select(number =>
        {
            var name = number == 0 ? resource.Name : $"{resource.Name}-{(number + 1).ToString(CultureInfo.InvariantCulture)}";
            return new Replica(name, number, launcher, _ledger, new LogFile(Path.Combine(data.Logs, name + ".log")), logger);
        });
        return new ProcessRunner(resource, [.. replicas], notifications, logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended {Count} processes that an earlier run had left behind")]
    private partial void EndedLeftovers(int count);
}
