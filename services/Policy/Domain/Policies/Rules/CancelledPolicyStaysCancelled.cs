using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// A cancelled policy's term is not corrected by the way: what was wrong with which event has to be said.
/// </summary>
internal sealed record CancelledPolicyStaysCancelled(string Number, DateOnly AsOf) : Conflict(
    "policy-cancelled",
    $"Policy {Number} was cancelled as of {AsOf:O}; reinstate it first, or correct the event that was recorded wrong.")
{
    public static Error? Check(Policy policy) => policy is { Status: PolicyStatus.Cancelled, CancelledAsOf: { } asOf }
        ? new CancelledPolicyStaysCancelled(policy.Current.Number, asOf) { Field = nameof(PolicyId) }
        : null;
}
