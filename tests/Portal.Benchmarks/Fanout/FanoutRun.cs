namespace Portal.Benchmarks.Fanout;

/// <summary>
/// One renewal: what arrived, and the seconds from the renewal to the first and the last accepted mail.
/// </summary>
internal sealed record FanoutRun(int Delivered, int Failed, double FirstMailSeconds, double LastMailSeconds)
{
    /// <summary>Certificates a second, from the renewal to the last accepted mail.</summary>
    private double PerSecond => Delivered / LastMailSeconds;

    /// <summary>The figures for people, with the ratio to the slowest stage alone.</summary>
    public object Rounded(double slowestFloor) => new
    {
        delivered = Delivered,
        failed = Failed,
        firstMailSeconds = Math.Round(FirstMailSeconds, 2),
        lastMailSeconds = Math.Round(LastMailSeconds, 2),
        certificatesPerSecond = Math.Round(PerSecond),
        ratioToSlowestFloor = Math.Round(PerSecond / slowestFloor, 2),
    };
}
