namespace Portal.Identity.Tests.Support;

/// <summary>The time of day, which a test can move on.</summary>
internal sealed class HandMadeClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
