using System.Collections.Concurrent;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Portal.LocalHosting.Data;

/// <summary>
/// Copies what each process says into a file of its own in the data folder: <c>policy.log</c>, <c>policy-2.log</c> for
/// a second replica.
/// </summary>
internal sealed class LogFiles(
    DataFolder data, ResourceNotificationService notifications, ResourceLoggerService logs,
    IHostApplicationLifetime lifetime)
    : IDistributedApplicationEventingSubscriber
{
    private readonly ConcurrentDictionary<string, int> _replicas = new();

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            _ = WatchAsync(lifetime.ApplicationStopped);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private async Task WatchAsync(CancellationToken stopped)
    {
        var seen = new HashSet<string>();
        try
        {
            await foreach (var change in notifications.WatchAsync(stopped))
            {
                if (IsProcess(change) && seen.Add(change.ResourceId))
                {
                    _ = CopyAsync(change.ResourceId, FileOf(change.Resource.Name), stopped);
                }
            }
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // Nothing is left that could say anything.
        }
    }

    // A resource without a process yet goes by its own name, its processes by longer ones. Hidden are the tools that
    // Aspire keeps for building projects anew.
    private static bool IsProcess(ResourceEvent change) =>
        change.Resource is ExecutableResource or ProjectResource && change.ResourceId != change.Resource.Name
            && !change.Snapshot.IsHidden;

    private string FileOf(string resource)
    {
        var number = _replicas.AddOrUpdate(resource, 1, (_, before) => before + 1);
        var name = number == 1 ? resource : string.Create(CultureInfo.InvariantCulture, $"{resource}-{number}");
        return Path.Combine(data.Logs, name + ".log");
    }

    private async Task CopyAsync(string resourceId, string path, CancellationToken stopped)
    {
        using var file = new LogFile(path);
        try
        {
            await foreach (var lines in logs.WatchAsync(resourceId).WithCancellation(stopped))
            {
                foreach (var line in lines)
                {
                    file.Write(line.Content);
                }
            }
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The host has ended.
        }
    }
}
