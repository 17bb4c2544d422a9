using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Storage;

/// <summary>Writes the copies of policies in one statement, since two replicas may write a row at once.</summary>
internal sealed class PolicyTable(ComplianceDb db)
{
    /// <summary>
    /// Adds the copies of one account's policies or replaces older ones; those of the same or a newer version stay. In
    /// the order of the key, so that two messages that share policies can't lock each other out.
    /// </summary>
    public Task KeepAsync(
        Guid agencyId, Guid accountId, IReadOnlyCollection<PolicySnapshot> policies,
        CancellationToken cancellationToken)
    {
        var ids = policies.Select(policy => policy.PolicyId).ToArray();
        var versions = policies.Select(policy => policy.Version).ToArray();
        var lines = policies.Select(policy => policy.Line.ToString()).ToArray();
        var statuses = policies.Select(policy => policy.Status.ToString()).ToArray();
        var numbers = policies.Select(policy => policy.Number).ToArray();
        var effective = policies.Select(policy => policy.Effective).ToArray();
        var expiration = policies.Select(policy => policy.Expiration).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into policies
                (policy_id, agency_id, account_id, version, line, status, number, effective, expiration)
            select policy_id, {agencyId}, {accountId}, version, line, status, number, effective, expiration
            from unnest({ids}, {versions}, {lines}, {statuses}, {numbers}, {effective}, {expiration}) as
                copy (policy_id, version, line, status, number, effective, expiration)
            order by policy_id
            on conflict (policy_id) do update set
                version = excluded.version, line = excluded.line, status = excluded.status,
                number = excluded.number, effective = excluded.effective, expiration = excluded.expiration
            where policies.version < excluded.version and policies.agency_id = excluded.agency_id
            """,
            cancellationToken);
    }

    /// <summary>
    /// Notes when a policy was corrected within its term, unless a newer correction is noted already.
    /// </summary>
    public Task CorrectAsync(Guid policyId, long version, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update policies set corrected_version = {version}, corrected_at = {at.ToUniversalTime()}
            where policy_id = {policyId} and corrected_version < {version}
            """,
            cancellationToken);
}
