using System.Net.ServerSentEvents;
using Microsoft.Extensions.Time.Testing;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Features.Distributions;
using Portal.Certificates.Features.Distributions.WatchDistribution;
using Portal.Testing.Waiting;

namespace Portal.Certificate.Tests.Features;

public sealed class DistributionStreamTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly DistributionPolls _polls;
    private DistributionResponse _now = new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), [], DistributionStatus.Running, 10, 0, 0, 0,
        DateTimeOffset.UnixEpoch, null);
    private int _reads;

    public DistributionStreamTests() => _polls = new DistributionPolls(ReadAsync, _clock);

    [Fact]
    public async Task A_run_without_progress_shows_that_it_lives()
    {
        await using var stream = Open();
        Assert.Equal("progress", (await NextAsync(stream))?.EventType);

        Assert.Null(await NextAsync(stream, DistributionStream.Heartbeat));
        _now = _now with { Issued = 1 };
        Assert.Equal(1, (await NextAsync(stream, DistributionPoll.Interval))?.Data.Issued);
        Assert.Null(await NextAsync(stream, DistributionStream.Heartbeat));
    }

    [Fact]
    public async Task What_is_told_is_a_sign_of_life_itself()
    {
        await using var stream = Open();
        await NextAsync(stream);
        _now = _now with { Issued = 1 };
        await NextAsync(stream, DistributionStream.Heartbeat - DistributionPoll.Interval);

        // Were the quiet counted from the beginning, a sign of life would come first.
        var next = NextAsync(stream, DistributionPoll.Interval);
        await ReadTimesAsync(2);
        _now = _now with { Status = DistributionStatus.Finished };
        _clock.Advance(DistributionPoll.Interval);

        Assert.Equal(DistributionStatus.Finished, (await next)?.Data.Status);
        Assert.Equal("end", (await NextAsync(stream))?.EventType);
    }

    [Fact]
    public async Task All_streams_of_a_distribution_share_its_reads()
    {
        var streams = Enumerable.Range(0, 10).Select(_ => Open()).ToList();
        foreach (var stream in streams)
        {
            await NextAsync(stream);
        }

        for (var round = 1; round <= 3; round++)
        {
            var waiting = streams.ConvertAll(stream => NextAsync(stream));
            _now = _now with { Issued = round };
            _clock.Advance(DistributionPoll.Interval);
            await Task.WhenAll(waiting);

            Assert.Equal(round, _reads);
        }

        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_poll_is_forgotten_with_its_last_stream()
    {
        var (one, other) = (_polls.Join(_now.Id), _polls.Join(_now.Id));
        _polls.Leave(_now.Id);
        var third = _polls.Join(_now.Id);
        _polls.Leave(_now.Id);
        _polls.Leave(_now.Id);

        Assert.Same(one, other);
        Assert.Same(one, third);
        Assert.NotSame(one, _polls.Join(_now.Id));
        await one.NextAsync();
    }

    private IAsyncEnumerator<SseItem<DistributionResponse>?> Open() =>
        new DistributionStream(_polls, _clock).OfAsync(_now, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

    /// <summary>What comes next, after the clock was moved while it is waited for.</summary>
    private async Task<SseItem<DistributionResponse>?> NextAsync(
        IAsyncEnumerator<SseItem<DistributionResponse>?> stream, TimeSpan later = default)
    {
        var next = stream.MoveNextAsync();
        _clock.Advance(later);
        Assert.True(await next);
        return stream.Current;
    }

    private Task ReadTimesAsync(int reads) =>
        Eventually.TrueAsync(() => Volatile.Read(ref _reads) >= reads, TestContext.Current.CancellationToken);

    private Task<DistributionResponse?> ReadAsync(Guid id)
    {
        var now = _now;
        Interlocked.Increment(ref _reads);
        return Task.FromResult<DistributionResponse?>(now);
    }
}
