namespace Portal.Identity.Domain.Throttling;

/// <summary>That something was done which may be done only so often.</summary>
internal sealed class ThrottleMark
{
    public long Id { get; private init; }

    /// <summary>What was done by or to whom, as a hash.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }
}
