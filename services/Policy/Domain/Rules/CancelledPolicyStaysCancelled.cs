using Portal.Contracts;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Rules;

/// <summary>A cancelled policy has no term that could follow another or be corrected; it must be reinstated first.</summary>
internal sealed record CancelledPolicyStaysCancelled(string Number, DateOnly AsOf) : Conflict(
    "policy-cancelled",
    $"Policy {Number} was cancelled as of {AsOf:O}; it can't be renewed, corrected or cancelled again.")
{
    public static Error? Check(Policy policy) => policy.Status == PolicyStatus.Cancelled
        ? new CancelledPolicyStaysCancelled(policy.Current.Number, policy.CancelledAsOf!.Value) { Field = "policyId" }
        : null;
}
