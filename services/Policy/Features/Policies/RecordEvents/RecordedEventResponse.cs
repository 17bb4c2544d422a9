using Portal.Policies.Features.Policies.ListPolicyEvents;

namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>An event that is on record.</summary>
/// <param name="Event">The event.</param>
/// <param name="Policy">The policy after it.</param>
/// <param name="Warnings">What whoever recorded it should know; it is recorded all the same.</param>
/// <param name="Successor">The policy that takes its place; null but for a rewrite.</param>
internal sealed record RecordedEventResponse(
    PolicyEventResponse Event,
    PolicyResponse Policy,
    IReadOnlyList<PolicyWarningResponse> Warnings,
    PolicyResponse? Successor);
