using System.Globalization;

namespace Portal.LocalHosting.Processes;

/// <summary>
/// Processes that were started for a data folder and still run. Each carries a mark in its environment, which it hands
/// on to what it starts itself, so that nobody else's process is ever taken for one.
/// </summary>
internal static class LeftoverProcesses
{
    /// <summary>The variable that holds the path of the data folder.</summary>
    public const string Mark = "PORTAL_STARTED_FOR";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Ids of those that run.</summary>
    public static IReadOnlyList<int> Of(string folder)
    {
        var mark = $"{Mark}={folder}";
        return
        [
            .. Directory.GetDirectories("/proc").Select(Path.GetFileName)
                .Where(name => name!.All(char.IsAsciiDigit))
                .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
                .Where(id => id != Environment.ProcessId && ProcessInfo.Environment(id).Contains(mark)),
        ];
    }

    /// <summary>Waits for them to end by themselves, then asks them to, and at last kills them.</summary>
    /// <returns>How many did not end by themselves.</returns>
    public static async Task<int> EndAsync(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (await WaitAsync(folder, patience, cancellationToken) is not { Count: > 0 } left)
        {
            return 0;
        }

        Send(left, Signal.Terminate);
        Send(await WaitAsync(folder, Grace, cancellationToken), Signal.Kill);
        await WaitAsync(folder, Grace, cancellationToken);
        return left.Count;
    }

    /// <summary>Ends them at once.</summary>
    public static void Kill(string folder) => Send(Of(folder), Signal.Kill);

    private static async Task<IReadOnlyList<int>> WaitAsync(
        string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + patience;
        var left = Of(folder);
        while (left.Count > 0 && DateTime.UtcNow < deadline)
        {
            await Task.Delay(Interval, cancellationToken);
            left = Of(folder);
        }

        return left;
    }

    private static void Send(IReadOnlyList<int> processes, Signal signal)
    {
        foreach (var id in processes)
        {
            SystemCalls.Send(id, signal);
        }
    }
}
