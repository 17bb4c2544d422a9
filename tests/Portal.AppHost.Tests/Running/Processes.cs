using Portal.LocalHosting.Processes;
using Portal.Testing.Running;
using Portal.Testing.Waiting;

namespace Portal.AppHost.Tests.Running;

/// <summary>Processes of this machine, each named for good by its id and start time.</summary>
internal static class Processes
{
    /// <summary>
    /// Everything that the given host has started, directly or through others: what runs processes, and those on its
    /// data folder.
    /// </summary>
    public static IReadOnlyList<(int Id, long Started)> StartedBy(int host, string folder) =>
    [
        .. HostProcesses.Of(host).Where(id => id != host).Concat(LeftoverProcesses.Of(folder))
            .Select(id => (Id: id, Started: ProcessInfo.StartTime(id) ?? 0)).Where(process => process.Started > 0),
    ];

    public static bool IsAlive((int Id, long Started) process) => ProcessInfo.StartTime(process.Id) == process.Started;

    /// <summary>Waits until none of them is left.</summary>
    /// <exception cref="TimeoutException">Some still are when patience ends; the message has their ids.</exception>
    public static Task WaitForEndAsync(IReadOnlyList<(int Id, long Started)> processes, TimeSpan patience) =>
        Eventually.GetAsync(
            () => string.Join(", ", processes.Where(IsAlive).Select(process => process.Id)),
            left => left.Length == 0,
            TestContext.Current.CancellationToken,
            "the processes to end",
            patience);
}
