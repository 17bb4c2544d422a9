using Portal.Contracts.Policies;
using Portal.Persistence.Outbox;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Renewals;
using Portal.Policies.Storage;

namespace Portal.Policies.Integration;

/// <summary>
/// Events that other services hear, stored with the change; those of one client leave in their order.
/// </summary>
internal static class PolicyEvents
{
    public static void EnqueueAdded(this PolicyDb db, Policy policy, DateTimeOffset now) => db.Enqueue(
        new PolicyAdded
        {
            AgencyId = policy.AgencyId.Value,
            AccountId = policy.AccountId.Value,
            Policy = Snapshots.Of(policy),
            OccurredAt = now,
        },
        KeyOf(policy.AccountId));

    public static void EnqueueChanged(this PolicyDb db, Policy policy, DateTimeOffset now) => db.Enqueue(
        new PolicyChanged
        {
            AgencyId = policy.AgencyId.Value,
            AccountId = policy.AccountId.Value,
            Policy = Snapshots.Of(policy),
            OccurredAt = now,
        },
        KeyOf(policy.AccountId));

    /// <param name="db">Context of the change.</param>
    /// <param name="renewal">The renewal that was promised.</param>
    /// <param name="insured">The client.</param>
    /// <param name="policies">All of the client's policies; cancelled ones are left out.</param>
    public static void EnqueueRenewed(
        this PolicyDb db, Renewal renewal, Account insured, IEnumerable<Policy> policies) => db.Enqueue(
        new PoliciesRenewed
        {
            DistributionId = renewal.DistributionId.Value,
            AgencyId = renewal.AgencyId.Value,
            AccountId = renewal.AccountId.Value,
            Insured = Snapshots.Of(insured),
            RenewedPolicyIds = renewal.PolicyIds,
            Policies = Snapshots.Shown(policies),
            RequestedBy = renewal.RequestedBy,
            OccurredAt = renewal.RequestedAt,
        },
        KeyOf(renewal.AccountId));

    private static string KeyOf(AccountId account) => account.ToString();
}
