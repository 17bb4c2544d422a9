using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// A cancelled policy has no term that could follow another or be corrected; it must be reinstated first.
/// </summary>
internal sealed record CancelledPolicyStaysCancelled(string Number, DateOnly AsOf) : Conflict(
    "policy-cancelled",
    $"Policy {Number} was cancelled as of {AsOf:O}; it can't be renewed, corrected or cancelled again.")
{
    public static Error? Check(Policy policy) => policy is { Status: PolicyStatus.Cancelled, CancelledAsOf: { } asOf }
        ? new CancelledPolicyStaysCancelled(policy.Current.Number, asOf) { Field = nameof(PolicyId) }
        : null;
}
