namespace Portal.Identity.Tests.Support;

/// <summary>A clock that stands still until it is moved. Timers run on the machine's own.</summary>
internal sealed class ManualClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public void Move(TimeSpan time) => Now += time;

    public override DateTimeOffset GetUtcNow() => Now;
}
