using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Policies;

namespace Portal.Certificates.Storage;

/// <summary>Writes the copies of policies in one statement, since two replicas may write a row at once.</summary>
internal sealed class PolicyTable(CertificateDb db)
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
        var lines = policies.Select(policy => (int)policy.Line).ToArray();
        var numbers = policies.Select(policy => policy.Number).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into policies (id, agency_id, account_id, version, line, number)
            select id, {agencyId}, {accountId}, version, line, number
            from unnest({ids}, {versions}, {lines}, {numbers}) as copy (id, version, line, number)
            order by id
            on conflict (id) do update set
                version = excluded.version, line = excluded.line, number = excluded.number
            where policies.version < excluded.version and policies.agency_id = excluded.agency_id
            """,
            cancellationToken);
    }
}
