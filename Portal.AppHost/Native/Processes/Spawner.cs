using System.Collections.Concurrent;
using System.Diagnostics;

namespace Portal.AppHost.Native.Processes;

/// <summary>
/// Starts processes from one thread that lives as long as the host: the kernel tells a process that its parent has died
/// when the <em>thread</em> that started it ends (PR_SET_PDEATHSIG, prctl(2)), and pool threads end at any time.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Orders = [];

    static Spawner() => new Thread(Work) { IsBackground = true, Name = "spawner" }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add((start, started));
        return started.Task;
    }

    private static void Work()
    {
        foreach (var (start, started) in Orders.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (System.ComponentModel.Win32Exception problem)
            {
                started.SetException(problem);
            }
        }
    }
}
