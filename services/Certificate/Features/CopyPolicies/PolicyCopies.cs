using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Storage;
using Portal.Contracts;

namespace Portal.Certificates.Features.CopyPolicies;

/// <summary>Brings the copies of policies up to what an event says; an older version never overwrites a newer one.</summary>
internal static class PolicyCopies
{
    /// <summary>Adds or updates the copies; the caller saves.</summary>
    public static async Task CopyPoliciesAsync(
        this CertificateDb db,
        Guid agencyId,
        Guid accountId,
        IReadOnlyCollection<PolicySnapshot> policies,
        CancellationToken cancellationToken)
    {
        var ids = policies.Select(policy => policy.PolicyId).ToList();
        var copies = await db.Policies
            .Where(copy => ids.Contains(copy.Id))
            .ToDictionaryAsync(copy => copy.Id, cancellationToken);
        foreach (var policy in policies)
        {
            if (!copies.TryGetValue(policy.PolicyId, out var copy))
            {
                db.Policies.Add(new PolicyCopy
                {
                    Id = policy.PolicyId,
                    AgencyId = agencyId,
                    AccountId = accountId,
                    Version = policy.Version,
                    Line = policy.Line,
                    Number = policy.Number,
                });
            }
            else if (copy.Version < policy.Version)
            {
                (copy.Version, copy.Line, copy.Number) = (policy.Version, policy.Line, policy.Number);
            }
        }
    }
}
