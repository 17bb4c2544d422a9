namespace Portal.Identity.Storage;

/// <summary>That something was done too often.</summary>
/// <param name="Wait">How long to wait.</param>
/// <param name="IsOnlyTooSoon">Whether only the last time was too short ago.</param>
internal sealed record ThrottleRejection(TimeSpan Wait, bool IsOnlyTooSoon);
