using NodaTime;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>An event of a sequence, read.</summary>
/// <param name="Version">Its place among all events of the sequence.</param>
/// <param name="At">Instant of recording.</param>
/// <param name="Policy">What the sequence calls the policy.</param>
/// <param name="Command">What is to be recorded.</param>
/// <param name="Successor">What the sequence calls the policy that a rewrite begins; null for other events.</param>
internal sealed record SequenceStep(
    long Version, Instant At, string Policy, PolicyCommand Command, string? Successor = null);
