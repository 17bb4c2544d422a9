namespace Portal.Policies.Tests.Support;

/// <summary>A clock that is ahead by a while; timers run as ever.</summary>
internal sealed class LaterTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
