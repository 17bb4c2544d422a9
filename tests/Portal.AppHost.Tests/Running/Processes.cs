using Portal.LocalHosting.Processes;
using Portal.Testing.Running;

namespace Portal.AppHost.Tests.Running;

/// <summary>Processes of this machine, each named for good by its id and start time.</summary>
internal static class Processes
{
    /// <summary>Everything that the given host has started, directly or through others: what runs processes, and those on its data folder.</summary>
    public static IReadOnlyList<(int Id, long Started)> StartedBy(int host, string folder) =>
    [
        .. HostProcesses.Of(host).Where(id => id != host).Concat(Leftovers.Of(folder))
            .Select(id => (Id: id, Started: ProcessFacts.StartTime(id) ?? 0)).Where(process => process.Started > 0),
    ];

    public static bool IsAlive((int Id, long Started) process) => ProcessFacts.StartTime(process.Id) == process.Started;

    /// <summary>Waits until none of them is left.</summary>
    /// <returns>Those that still are when patience ends.</returns>
    public static async Task<IReadOnlyList<(int Id, long Started)>> WaitForEndAsync(
        IReadOnlyList<(int Id, long Started)> processes, TimeSpan patience)
    {
        var deadline = DateTime.UtcNow + patience;
        while (processes.Any(IsAlive) && DateTime.UtcNow < deadline)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return [.. processes.Where(IsAlive)];
    }
}
