namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>Why an event can't be recorded.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Field">Member of the command that it is about; null when it is about the policy.</param>
/// <param name="Detail">What is wrong and what to do, in a sentence for a person.</param>
internal sealed record Refusal(RefusalCode Code, string? Field, string Detail);
