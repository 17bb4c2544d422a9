namespace Portal.Policies.Features.Renewals.RenewPolicies;

/// <summary>Policies of one client that renew together, in one distribution.</summary>
public sealed record RenewClientRequest
{
    public IReadOnlyList<RenewClientPolicyRequest>? Renewals { get; init; }
}
