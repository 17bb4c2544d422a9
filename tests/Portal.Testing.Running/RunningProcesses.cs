using System.Collections.Concurrent;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Portal.Testing.Running;

/// <summary>The processes of a running system, as the app host tells of them.</summary>
internal sealed class RunningProcesses : IAsyncDisposable
{
    private const string ProcessId = "executable.pid";

    private readonly ConcurrentDictionary<string, (string Resource, int Id)> _processes = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;

    public RunningProcesses(ResourceNotificationService notifications) =>
        _watch = WatchAsync(notifications, _end.Token);

    /// <summary>
    /// Each with its resource's name, numbered where there are several: <c>policy</c>, <c>policy-2</c>.
    /// </summary>
    public IReadOnlyList<(string Name, int Id)> All =>
    [
        .. _processes.Values.GroupBy(process => process.Resource)
            .SelectMany(group => group.Order().Select((process, index) =>
            (
                index == 0
                    ? process.Resource
                    : string.Create(CultureInfo.InvariantCulture, $"{process.Resource}-{index + 1}"),
                process.Id))),
    ];

    public IReadOnlyList<int> Of(string resource) =>
        [.. _processes.Values.Where(process => process.Resource == resource).Select(process => process.Id)];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        _end.Dispose();
    }

    private async Task WatchAsync(ResourceNotificationService notifications, CancellationToken end)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(end))
            {
                Note(change);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The system has ended.
        }
    }

    private void Note(ResourceEvent change)
    {
        var id = change.Snapshot.Properties.FirstOrDefault(property => property.Name == ProcessId)?.Value;
        if (change.Snapshot.State?.Text == KnownResourceStates.Running && id is not null)
        {
            _processes[change.ResourceId] = (change.Resource.Name, Convert.ToInt32(id, CultureInfo.InvariantCulture));
        }
        else if (KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text))
        {
            _processes.TryRemove(change.ResourceId, out _);
        }
    }
}
