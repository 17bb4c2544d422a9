namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>Reads that all callers within an interval share.</summary>
internal sealed class DistributionPoll(Func<Task<DistributionResponse?>> readAsync, TimeProvider time)
{
    /// <summary>Between two reads.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private Task<DistributionResponse?>? _read;
    private long _began;

    /// <summary>
    /// How the distribution stands, as it was read within the last interval; null while it is not open.
    /// </summary>
    public Task<DistributionResponse?> NextAsync()
    {
        lock (_lock)
        {
            if (_read is null || (_read.IsCompleted && time.GetElapsedTime(_began) >= Interval))
            {
                (_began, _read) = (time.GetTimestamp(), readAsync());
            }

            return _read;
        }
    }
}
