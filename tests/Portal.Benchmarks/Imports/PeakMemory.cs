using System.Globalization;

namespace Portal.Benchmarks.Imports;

/// <summary>How far this process's memory grows from now on.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly long _managedBefore;
    private readonly long _workingSetBefore;
    private readonly Task _watching;
    private long _managedPeak;
    private long _keptPeak;

    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // Sets VmHWM, the peak of the working set, to what it is now (man 5 proc).
        File.WriteAllText("/proc/self/clear_refs", "5");
        (_managedBefore, _workingSetBefore) = (GC.GetTotalMemory(forceFullCollection: false), WorkingSetPeak());
        (_managedPeak, _keptPeak) = (_managedBefore, _managedBefore);
        _watching = Task.Run(WatchAsync);
    }

    public double ManagedMegabytes => Megabytes(_managedPeak - _managedBefore);

    /// <summary>
    /// The most that a collection left, so without garbage that waits for the next one: how much of that there is
    /// depends on the processor's cache more than on the program.
    /// </summary>
    public double KeptMegabytes => Megabytes(_keptPeak - _managedBefore);

    public double WorkingSetMegabytes => Megabytes(WorkingSetPeak() - _workingSetBefore);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private static double Megabytes(long bytes) => Math.Round(bytes / 1e6, 1);

    private static long WorkingSetPeak()
    {
        var line = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _managedPeak = Math.Max(_managedPeak, GC.GetTotalMemory(forceFullCollection: false));
            _keptPeak = Math.Max(_keptPeak, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
            await Task.Delay(Interval, CancellationToken.None);
        }
    }
}
