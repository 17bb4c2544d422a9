using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// Starts again, after a pause that doubles, what ended without being asked to: Aspire 13.6 itself restarts nothing. It
/// is a subscriber rather than a hosted service because those start only when all that waits for something has been
/// started.
/// </summary>
internal sealed partial class Restarter(
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Restarter> log) : IDistributedApplicationEventingSubscriber
{
    private readonly Dictionary<string, ReplicaRestarts> _replicas = [];

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            _ = WatchAsync(lifetime.ApplicationStopping);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(stopping))
            {
                if (change.Resource.HasAnnotationOfType<RestartAnnotation>() && PauseAfter(change) is { } pause)
                {
                    Died(change.ResourceId, change.Snapshot.ExitCode, pause.TotalSeconds);
                    _ = RestartAsync(change.ResourceId, pause, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // From here on processes end because they are asked to.
        }
    }

    private TimeSpan? PauseAfter(ResourceEvent change)
    {
        if (!_replicas.TryGetValue(change.ResourceId, out var replica))
        {
            _replicas[change.ResourceId] = replica = new ReplicaRestarts(time);
        }

        return replica.PauseAfter(change.Snapshot.State?.Text);
    }

    private async Task RestartAsync(string resourceId, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(pause, time, stopping);
            var result = await commands.ExecuteCommandAsync(resourceId, KnownResourceCommands.StartCommand, stopping);
            if (!result.Success)
            {
                FailedToStart(resourceId, result.Message);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The system stops before its turn came.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Resource} ended with code {ExitCode}; starting it again in "
        + "{Seconds} s")]
    private partial void Died(string resource, int? exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Resource} can't be started: {Problem}")]
    private partial void FailedToStart(string resource, string? problem);
}
