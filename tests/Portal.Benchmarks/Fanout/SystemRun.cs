namespace Portal.Benchmarks.Fanout;

/// <summary>What was measured on the whole system.</summary>
/// <param name="StartSeconds">From the start of the app host until everything was healthy.</param>
/// <param name="PeakMemory">Most bytes that each process has held.</param>
/// <param name="HostMemory">Bytes that whatever runs them takes, this process among it.</param>
internal sealed record SystemRun(
    double StartSeconds, FanoutRun First, FanoutRun Second, IReadOnlyDictionary<string, long> PeakMemory,
    long HostMemory);
