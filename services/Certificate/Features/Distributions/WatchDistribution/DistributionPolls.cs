using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>
/// Reads the distributions that are watched: all streams of one share its polls, so that a broker's whole office in
/// front of a renewal asks the database as often as one person. Who may see it was asked when the stream was opened.
/// </summary>
/// <param name="readAsync">Reads one; null while it is not open.</param>
/// <param name="time">Says when a read is old.</param>
internal sealed class DistributionPolls(Func<Guid, Task<DistributionResponse?>> readAsync, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (DistributionPoll Poll, int Streams)> _polls = [];

    /// <summary>Polls of the service's own database.</summary>
    public static DistributionPolls Of(IServiceProvider services) =>
        new(id => ReadAsync(services, id), services.GetRequiredService<TimeProvider>());

    /// <summary>The poll of a distribution, to be left by each who joined it.</summary>
    public DistributionPoll Join(Guid id)
    {
        lock (_lock)
        {
            var (poll, streams) = _polls.GetValueOrDefault(id);
            poll ??= new DistributionPoll(() => readAsync(id), time);
            _polls[id] = (poll, streams + 1);
            return poll;
        }
    }

    /// <summary>The last who leaves ends it.</summary>
    public void Leave(Guid id)
    {
        lock (_lock)
        {
            var (poll, streams) = _polls[id];
            if (streams == 1)
            {
                _polls.Remove(id);
            }
            else
            {
                _polls[id] = (poll, streams - 1);
            }
        }
    }

    // Not with the token of the stream that happened to ask: the others wait for the same answer.
    private static async Task<DistributionResponse?> ReadAsync(IServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await scope.ServiceProvider.GetRequiredService<DistributionReader>()
            .FindAsync(id, CancellationToken.None);
    }
}
