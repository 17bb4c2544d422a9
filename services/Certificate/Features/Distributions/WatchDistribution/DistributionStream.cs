using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Portal.Certificates.Domain.Distributions;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>The progress of a distribution as events, until it ends.</summary>
internal sealed class DistributionStream(DistributionPolls polls, TimeProvider time)
{
    /// <summary>
    /// Silence after which a sign of life is due; proxies commonly close what says nothing for 30 or 60 seconds.
    /// </summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Each change as an event, and null where only a sign of life is due.</summary>
    public async IAsyncEnumerable<SseItem<DistributionResponse>?> OfAsync(
        DistributionResponse shown, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Progress(shown);
        var poll = polls.Join(shown.Id);
        try
        {
            using var timer = new PeriodicTimer(DistributionPoll.Interval, time);
            var sent = time.GetTimestamp();
            while (!HasEnded(shown) && await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (await poll.NextAsync().WaitAsync(cancellationToken) is { } now
                    && now != shown with { PolicyIds = now.PolicyIds })
                {
                    (shown, sent) = (now, time.GetTimestamp());
                    yield return Progress(shown);
                }
                else if (time.GetElapsedTime(sent) >= Heartbeat)
                {
                    sent = time.GetTimestamp();
                    yield return null;
                }
            }
        }
        finally
        {
            polls.Leave(shown.Id);
        }

        // A browser takes a stream that only stops for a broken one, and connects again.
        yield return new SseItem<DistributionResponse>(shown, "end");
    }

    private static SseItem<DistributionResponse> Progress(DistributionResponse distribution) =>
        new(distribution, "progress");

    private static bool HasEnded(DistributionResponse distribution) =>
        distribution.Status is DistributionStatus.Finished or DistributionStatus.Cancelled;
}
