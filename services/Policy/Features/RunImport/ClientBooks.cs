using Microsoft.EntityFrameworkCore;
using Portal.Policies.Csv;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>
/// Opens the books of the clients that a file names. In a dry run the clients that its own file would add are known too,
/// under ids that live no longer than the answer.
/// </summary>
internal sealed class ClientBooks(PolicyDb db, ImportSheets sheets)
{
    private const int ClientsInQuery = 500;

    /// <summary>The books of those clients that the agency has, by reference.</summary>
    public async Task<Dictionary<string, ClientBook>> OpenAsync(
        Import import, IEnumerable<string> references, CancellationToken cancellationToken)
    {
        var books = new Dictionary<string, ClientBook>(StringComparer.Ordinal);
        foreach (var chunk in references.Distinct(StringComparer.Ordinal).Chunk(ClientsInQuery))
        {
            var accounts = await db.Accounts.AsNoTracking()
                .Where(account => chunk.Contains(account.ClientRef)).ToListAsync(cancellationToken);
            var ids = accounts.ConvertAll(account => account.Id);
            var policies = await db.Policies
                .AsTracking(import.DryRun ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll)
                .Where(policy => ids.Contains(policy.AccountId)).OrderBy(policy => policy.Id).ToListAsync(cancellationToken);
            var byAccount = policies.ToLookup(policy => policy.AccountId);
            foreach (var account in accounts)
            {
                books[account.ClientRef] = new ClientBook(
                    import.AgencyId, account.AsClient(), isNew: false, [.. byAccount[account.Id]]);
            }
        }

        if (import.DryRun)
        {
            await AddNewClientsAsync(import, books, cancellationToken);
        }

        return books;
    }

    private async Task AddNewClientsAsync(
        Import import, Dictionary<string, ClientBook> books, CancellationToken cancellationToken)
    {
        var refused = await db.ImportProblems
            .Where(problem => problem.ImportId == import.Id && problem.File == SheetLayout.Clients.File)
            .Select(problem => problem.Line).ToHashSetAsync(cancellationToken);
        var rows = ClientSheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Clients, cancellationToken));
        foreach (var row in rows.Good.Where(row => !refused.Contains(row.Line) && !books.ContainsKey(row.ClientRef)))
        {
            var client = new Client(new AccountId(Guid.CreateVersion7()), row.ClientRef, row.LegalName);
            books[row.ClientRef] = new ClientBook(import.AgencyId, client, isNew: true, []);
        }
    }
}
