using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// A policy is cancelled as of a day of its term; as of the first day means that it never took effect (flat
/// cancellation).
/// </summary>
internal sealed record CancellationFallsWithinTerm(PolicyTerm Current) : RuleViolation(
    "cancellation-outside-term",
    $"The current term runs from {Current.Effective:O} to {Current.Expiration:O}; give a day from its first to "
    + "before its last.")
{
    public static Error? Check(PolicyTerm current, DateOnly asOf) =>
        asOf >= current.Effective && asOf < current.Expiration
            ? null
            : new CancellationFallsWithinTerm(current) { Field = nameof(asOf) };
}
