using System.Text.Json;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies;

/// <summary>The refusals of events as errors: about a member of the event, or about where the policy stands.</summary>
internal static class EventRefused
{
    /// <summary>The error of a refusal, with its code and words.</summary>
    public static Error Of(Refusal refusal) => refusal.Field is { } field
        ? new EventBreaksRule(refusal) { Field = field }
        : new EventInConflict(refusal);

    private static string CodeOf(Refusal refusal) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{refusal.Code}");

    private sealed record EventBreaksRule(Refusal Refusal) : RuleViolation(CodeOf(Refusal), Refusal.Detail);

    private sealed record EventInConflict(Refusal Refusal) : Conflict(CodeOf(Refusal), Refusal.Detail);
}
