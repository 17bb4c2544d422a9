using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>A change within a term.</summary>
/// <param name="Version">Of the event that made it.</param>
/// <param name="Effective">Day from which it holds.</param>
/// <param name="Change">Values that change.</param>
internal sealed record Endorsement(long Version, DateOnly Effective, TermValues Change);
