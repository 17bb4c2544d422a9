namespace Portal.Policies.Features.Renewals.RenewPolicies;

/// <summary>One policy of a client's renewal.</summary>
public sealed record RenewClientPolicyRequest : RenewPolicyRequest
{
    public Guid? PolicyId { get; init; }
}
