using Microsoft.EntityFrameworkCore;

namespace Portal.Certificates.Storage;

/// <summary>Writes the copies of accounts, each in one statement, since two replicas may write a row at once.</summary>
internal sealed class AccountTable(CertificateDb db)
{
    /// <summary>Adds the copy or replaces an older one; one of the same or a newer version stays.</summary>
    public Task KeepAsync(AccountCopy account, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into accounts (id, agency_id, version, client_ref, legal_name)
        values ({account.Id}, {account.AgencyId}, {account.Version}, {account.ClientRef}, {account.LegalName})
        on conflict (id) do update set
            version = excluded.version, client_ref = excluded.client_ref, legal_name = excluded.legal_name
        where accounts.version < excluded.version and accounts.agency_id = excluded.agency_id
        """,
        cancellationToken);
}
