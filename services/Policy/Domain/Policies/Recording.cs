using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Policies;

/// <summary>What became of a command.</summary>
/// <param name="Event">The event that is on record by now.</param>
/// <param name="IsNew">Whether the command brought it; else it was on record already.</param>
internal sealed record Recording(RecordedEvent Event, bool IsNew);
