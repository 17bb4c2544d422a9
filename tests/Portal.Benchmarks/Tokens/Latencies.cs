namespace Portal.Benchmarks.Tokens;

/// <summary>How long requests took that ran side by side for some seconds.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds, double seconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    /// <summary>The figures for people.</summary>
    public object Rounded() => new
    {
        requests = _sorted.Length,
        perSecond = Math.Round(_sorted.Length / seconds),
        p50Milliseconds = Percentile(0.50),
        p95Milliseconds = Percentile(0.95),
        p99Milliseconds = Percentile(0.99),
        maxMilliseconds = Percentile(1),
    };

    private double Percentile(double share) => Math.Round(_sorted[(int)Math.Ceiling(share * _sorted.Length) - 1], 1);
}
