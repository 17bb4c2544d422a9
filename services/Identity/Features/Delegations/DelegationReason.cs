using Portal.Identity.Domain.Delegations;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations;

/// <summary>Why somebody of the agency steps in, or asks to.</summary>
internal static class DelegationReason
{
    /// <summary>The reason is too short, too long, or left out.</summary>
    public static FieldInvalid Invalid => new(
        "reason",
        $"Say in {Delegation.ShortestReason} to {Delegation.LongestReason} characters why you step in; the client "
        + "reads it.");
}
