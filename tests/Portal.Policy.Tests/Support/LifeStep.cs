using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Tests.Support;

/// <summary>What is recorded some days after the step before.</summary>
internal sealed record LifeStep(int Days, PolicyCommand Command);
