using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain.Proofs;

namespace Portal.Compliance.Storage;

/// <summary>
/// Writes the proofs of a batch of certificates in one statement, beside a fan-out that must not wait.
/// </summary>
internal sealed class ProofTable(ComplianceDb db)
{
    /// <summary>
    /// Keeps proofs of one account, each share once, unless a newer revision is kept already. In the order of the key,
    /// so that two batches that share holders can't lock each other out.
    /// </summary>
    public Task KeepAsync(
        Guid agencyId, Guid accountId, IReadOnlyCollection<Proof> proofs, CancellationToken cancellationToken)
    {
        var shares = proofs.Select(proof => proof.ShareId).ToArray();
        var names = proofs.Select(proof => proof.HolderName).ToArray();
        var emails = proofs.Select(proof => proof.HolderEmail).ToArray();
        var numbers = proofs.Select(proof => proof.CertificateNumber).ToArray();
        var revisions = proofs.Select(proof => proof.Revision).ToArray();
        var issued = proofs.Select(proof => proof.IssuedAt.ToUniversalTime()).ToArray();
        var expirations = proofs.Select(proof => proof.FirstExpiration).ToArray();
        var policies = proofs.Select(proof => ShownPolicies.Write(proof.Policies)).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into proofs
                (share_id, agency_id, account_id, holder_name, holder_email, certificate_number, revision, issued_at,
                first_expiration, policies)
            select share_id, {agencyId}, {accountId}, holder_name, holder_email, certificate_number, revision, issued_at,
                first_expiration, policies::jsonb
            from unnest({shares}, {names}, {emails}, {numbers}, {revisions}, {issued}, {expirations}, {policies}) as
                issued (share_id, holder_name, holder_email, certificate_number, revision, issued_at, first_expiration,
                policies)
            order by share_id
            on conflict (share_id) do update set
                holder_name = excluded.holder_name, holder_email = excluded.holder_email,
                certificate_number = excluded.certificate_number, revision = excluded.revision,
                issued_at = excluded.issued_at, first_expiration = excluded.first_expiration,
                policies = excluded.policies
            where proofs.revision < excluded.revision and proofs.agency_id = excluded.agency_id
            """,
            cancellationToken);
    }
}
