using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Storage;

/// <summary>
/// Takes turns in PostgreSQL's own SQL; a lock is held until the open transaction ends. Whoever changes a client's
/// policies holds its account, so that what one message says of all of them was true at one moment, and messages leave
/// in the order of their commits.
/// </summary>
internal sealed class RowLocks(PolicyDb db)
{
    public Task AccountAsync(AccountId account, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"select 1 from accounts where id = {account.Value} for update", cancellationToken);

    /// <summary>Locks the accounts behind an agency's client references, always in the same order.</summary>
    public Task AccountsOfAsync(AgencyId agency, IEnumerable<string> clientRefs, CancellationToken cancellationToken)
    {
        var references = clientRefs.Distinct(StringComparer.Ordinal).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            select 1 from accounts where agency_id = {agency.Value} and client_ref = any({references}) order by id
            for update
            """,
            cancellationToken);
    }

    public Task ImportAsync(ImportId import, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"select 1 from imports where id = {import.Value} for update", cancellationToken);

    /// <summary>Makes transactions that name the same thing wait for each other.</summary>
    public Task NameAsync(string name, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"select pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
}
