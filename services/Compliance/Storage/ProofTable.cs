using Npgsql;
using NpgsqlTypes;
using Portal.Compliance.Domain;

namespace Portal.Compliance.Storage;

/// <summary>Writes proofs in PostgreSQL's own SQL: a batch of certificates is one statement, beside a fan-out that must not wait.</summary>
internal sealed class ProofTable(NpgsqlDataSource database)
{
    // In the order of the key, so that two batches that share holders can't lock each other out.
    private const string KeepSql = """
        insert into proofs (share_id, agency_id, account_id, holder_name, holder_email, certificate_number, revision, issued_at, first_expiration, policies)
        select share_id, $1, $2, holder_name, holder_email, certificate_number, revision, issued_at, first_expiration, policies::jsonb
        from unnest($3, $4, $5, $6, $7, $8, $9, $10) as
            issued (share_id, holder_name, holder_email, certificate_number, revision, issued_at, first_expiration, policies)
        order by share_id
        on conflict (share_id) do update set
            holder_name = excluded.holder_name,
            holder_email = excluded.holder_email,
            certificate_number = excluded.certificate_number,
            revision = excluded.revision,
            issued_at = excluded.issued_at,
            first_expiration = excluded.first_expiration,
            policies = excluded.policies
        where excluded.revision > proofs.revision
        """;

    /// <summary>Keeps proofs of one account, each share once, unless a newer revision is kept already.</summary>
    public async Task KeepAsync(
        Guid agencyId, Guid accountId, IReadOnlyCollection<Proof> proofs, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(KeepSql);
        command.Parameters.AddWithValue(agencyId);
        command.Parameters.AddWithValue(accountId);
        command.Parameters.AddWithValue(proofs.Select(proof => proof.ShareId).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => proof.HolderName).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => proof.HolderEmail).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => proof.CertificateNumber).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => proof.Revision).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => proof.IssuedAt.ToUniversalTime()).ToArray());
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Date, proofs.Select(proof => proof.FirstExpiration).ToArray());
        command.Parameters.AddWithValue(proofs.Select(proof => ShownPolicies.Write(proof.Policies)).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
