using Npgsql;
using NpgsqlTypes;
using Portal.Contracts;

namespace Portal.Compliance.Storage;

/// <summary>Writes the copies of policies in PostgreSQL's own SQL, where the version guards them against whoever writes beside.</summary>
internal sealed class PolicyTable(NpgsqlDataSource database)
{
    private const string KeepSql = """
        insert into policies (policy_id, agency_id, account_id, version, line, status, number, effective, expiration)
        select policy_id, $1, $2, version, line, status, number, effective, expiration
        from unnest($3, $4, $5, $6, $7, $8, $9) as
            told (policy_id, version, line, status, number, effective, expiration)
        order by policy_id
        on conflict (policy_id) do update set
            version = excluded.version,
            line = excluded.line,
            status = excluded.status,
            number = excluded.number,
            effective = excluded.effective,
            expiration = excluded.expiration
        where excluded.version > policies.version
        """;

    private const string CorrectSql = """
        update policies set corrected_version = $2, corrected_at = $3 where policy_id = $1 and corrected_version < $2
        """;

    /// <summary>Keeps the newest terms of policies of one account.</summary>
    public async Task KeepAsync(
        Guid agencyId, Guid accountId, IReadOnlyCollection<PolicySnapshot> policies, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(KeepSql);
        command.Parameters.AddWithValue(agencyId);
        command.Parameters.AddWithValue(accountId);
        command.Parameters.AddWithValue(policies.Select(policy => policy.PolicyId).ToArray());
        command.Parameters.AddWithValue(policies.Select(policy => policy.Version).ToArray());
        command.Parameters.AddWithValue(policies.Select(policy => policy.Line.ToString()).ToArray());
        command.Parameters.AddWithValue(policies.Select(policy => policy.Status.ToString()).ToArray());
        command.Parameters.AddWithValue(policies.Select(policy => policy.Number).ToArray());
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Date, policies.Select(policy => policy.Effective).ToArray());
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Date, policies.Select(policy => policy.Expiration).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes when a policy was corrected within its term, unless a newer correction is noted already.</summary>
    public async Task CorrectAsync(Guid policyId, long version, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(CorrectSql);
        command.Parameters.AddWithValue(policyId);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(at.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
