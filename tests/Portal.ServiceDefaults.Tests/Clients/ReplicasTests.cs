using Portal.ServiceDefaults.Clients;

namespace Portal.ServiceDefaults.Tests.Clients;

public sealed class ReplicasTests
{
    private static readonly Uri A = new("http://a/");
    private static readonly Uri B = new("http://b/");
    private static readonly Uri C = new("http://c/");

    private readonly Clock _clock = new();
    private readonly Replicas _replicas;

    public ReplicasTests() => _replicas = new Replicas([A, B, C], _clock);

    [Fact]
    public void Each_has_its_turn()
    {
        Assert.Equal([A, A, B, B, C, C], Asked(6));
    }

    [Fact]
    public void One_that_failed_rests_and_comes_back_after_a_while()
    {
        _replicas.Note(B, answered: false);
        Assert.DoesNotContain(B, Asked(9));

        _clock.Advance(Replicas.RestAfterFailure);
        Assert.Contains(B, Asked(3));
    }

    [Fact]
    public void One_that_answers_again_comes_back_at_once()
    {
        _replicas.Note(B, answered: false);
        _replicas.Note(B, answered: true);

        Assert.Contains(B, Asked(3));
    }

    [Fact]
    public void Where_all_have_failed_each_is_still_asked()
    {
        foreach (var replica in new[] { A, B, C })
        {
            _replicas.Note(replica, answered: false);
        }

        Assert.Equal([A, B, C], Asked(3));
    }

    private List<Uri> Asked(int times) =>
        Enumerable.Range(0, times).Select(_ => _replicas.Next()).OrderBy(replica => replica.Host, StringComparer.Ordinal).ToList();

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
