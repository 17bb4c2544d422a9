using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Domain.Policies;

/// <summary>An event that is not stored yet.</summary>
/// <param name="Recorded">What happened.</param>
/// <param name="Warnings">What whoever recorded it should know.</param>
internal sealed record NewEvent(RecordedEvent Recorded, IReadOnlyList<PolicyWarning> Warnings);
