using NodaTime;

namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>An event with its place in what was known.</summary>
/// <param name="Version">Grows with each event of a policy.</param>
/// <param name="RecordedAt">When it became known.</param>
/// <param name="Event">What happened.</param>
internal sealed record RecordedEvent(long Version, Instant RecordedAt, PolicyEvent Event);
