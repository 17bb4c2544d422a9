using Portal.Gateway.Limits;

namespace Portal.Gateway.Sessions;

/// <summary>
/// How references that were never seen good here come to Identity: made-up ones must neither flood it nor keep out
/// people who are signed in at the same address. A site may ask about so many a minute, a few at a time; what goes
/// beyond that is not refused but waits in a queue, one of a site at a time, and few of all sites together.
/// </summary>
internal sealed class UnknownSessionQueue(LimiterSet limits) : IDisposable
{
    /// <summary>Seconds after which a caller who found the queue full may try again.</summary>
    public const int RetryAfterSeconds = 1;

    private const string Limit = "unknown-session";
    private const string All = "";

    // Of all sites together; what Identity can do beside that is for those who are known.
    private const int MostWithin = 32;
    private const int MostBeyond = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lane _within = new(limits.WithSlots(Limit).AtOnce, MostWithin);
    private readonly Lane _beyond = new(1, MostBeyond);

    /// <summary>Asks when it is the reference's turn.</summary>
    /// <param name="site">Where the reference came from.</param>
    /// <param name="ask">Asks Identity.</param>
    public async Task<SessionOutcome> AskAsync(string site, Func<Task<SessionOutcome>> ask)
    {
        var lane = limits[Limit].TryTake(site) ? _within : _beyond;
        using var late = new CancellationTokenSource(Patience);
        try
        {
            using var own = await lane.Site.WaitAsync(site, late.Token);
            if (!own.IsAcquired)
            {
                return new SessionOutcome.Guessing();
            }

            using var common = await lane.All.WaitAsync(All, late.Token);
            return common.IsAcquired ? await ask() : new SessionOutcome.Guessing();
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            // Identity is too slow for the queue to move.
            return new SessionOutcome.Unavailable();
        }
    }

    public void Dispose()
    {
        _within.Dispose();
        _beyond.Dispose();
    }

    /// <summary>
    /// A queue for each site, and one for the first of each; so no site gets ahead of another by its number of
    /// requests.
    /// </summary>
    private sealed record Lane(int OfASite, int OfAll) : IDisposable
    {
        private const int MostOfASite = 64;
        private const int MostSites = 10_000;

        public ConcurrencySlots Site { get; } = new(OfASite, MostOfASite);

        public ConcurrencySlots All { get; } = new(OfAll, MostSites);

        public void Dispose()
        {
            Site.Dispose();
            All.Dispose();
        }
    }
}
