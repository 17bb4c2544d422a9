using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;

namespace Portal.Policies.Storage;

/// <summary>
/// Writes account copies in PostgreSQL's own SQL, since two replicas may hear of a new account at once.
/// </summary>
internal sealed class AccountTable(PolicyDb db)
{
    /// <summary>
    /// Adds copies, or replaces older ones; a copy of the same or a newer version stays. Policies of a client whose
    /// address changed are due at once, since days begin by the clock there.
    /// </summary>
    public async Task PutAsync(IReadOnlyCollection<Account> accounts, CancellationToken cancellationToken)
    {
        var ids = accounts.Select(account => account.Id.Value).ToArray();
        var agencies = accounts.Select(account => account.AgencyId.Value).ToArray();
        var versions = accounts.Select(account => account.Version).ToArray();
        var refs = accounts.Select(account => account.ClientRef).ToArray();
        var names = accounts.Select(account => account.LegalName).ToArray();
        var dbas = accounts.Select(account => account.Dba).ToArray();
        var searched = accounts.Select(account => account.SearchText).ToArray();
        var addresses = accounts.Select(account => JsonSerializer.Serialize(account.Address)).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"select 1 from accounts where id = any({ids}) order by id for update", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update policies set turns_at = now()
            from unnest({ids}, {versions}, {addresses}) as copy(id, version, address)
                join accounts on accounts.id = copy.id
            where policies.account_id = copy.id and policies.turns_at > now()
                and accounts.version < copy.version and accounts.address <> copy.address::jsonb
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts (id, agency_id, version, client_ref, legal_name, dba, search_text, address)
            select id, agency_id, version, client_ref, legal_name, dba, search_text, address::jsonb
            from unnest({ids}, {agencies}, {versions}, {refs}, {names}, {dbas}, {searched}, {addresses})
                as copy(id, agency_id, version, client_ref, legal_name, dba, search_text, address)
            order by id
            on conflict (id) do update set
                version = excluded.version, client_ref = excluded.client_ref, legal_name = excluded.legal_name,
                dba = excluded.dba, search_text = excluded.search_text, address = excluded.address
            where accounts.version < excluded.version and accounts.agency_id = excluded.agency_id
            """,
            cancellationToken);
    }
}
