using Microsoft.EntityFrameworkCore;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Loads the policies of the clients that a file names. In a dry run the clients that its own file would add are known
/// too, under ids that live no longer than the answer.
/// </summary>
internal sealed class ExistingPoliciesLoader(PolicyDb db, PolicyLives lives, ImportSheets sheets)
{
    public const int ClientsInQuery = 500;

    private Dictionary<string, (string Name, CoverClock Clock)>? _newClients;

    /// <summary>The policies of those clients that the agency has, by the reference of the client.</summary>
    /// <param name="import">The import, whose own clients count in a dry run.</param>
    /// <param name="references">References of clients.</param>
    /// <param name="tracking">Whether changes of their policies are to be stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<string, ExistingPolicies>> LoadAsync(
        Import import, IEnumerable<string> references, QueryTrackingBehavior tracking,
        CancellationToken cancellationToken)
    {
        var newClients = import.DryRun ? _newClients ??= await NewClientsAsync(import, cancellationToken) : [];
        var clients = new Dictionary<string, ExistingPolicies>(StringComparer.Ordinal);
        foreach (var chunk in references.Distinct(StringComparer.Ordinal).Chunk(ClientsInQuery))
        {
            var accounts = await db.Accounts.AsNoTracking()
                .Where(account => chunk.Contains(account.ClientRef)).ToListAsync(cancellationToken);
            var ids = accounts.ConvertAll(account => account.Id);
            var policies = await db.Policies
                .AsTracking(tracking)
                .Where(policy => ids.Contains(policy.AccountId)).OrderBy(policy => policy.Id)
                    .ToListAsync(cancellationToken);
            var byAccount = (await lives.OfAsync(policies, cancellationToken)).ToLookup(life => life.Policy.AccountId);
            foreach (var account in accounts)
            {
                clients[account.ClientRef] = new ExistingPolicies(
                    import.AgencyId,
                    account.AsClient(),
                    InsuredClock.Of(account.Address),
                    isNew: false,
                    [.. byAccount[account.Id]]);
            }

            foreach (var reference in chunk.Where(newClients.ContainsKey).Except(clients.Keys))
            {
                var (name, clock) = newClients[reference];
                var client = new Client(new AccountId(Guid.CreateVersion7()), reference, name);
                clients[reference] = new ExistingPolicies(import.AgencyId, client, clock, isNew: true, []);
            }
        }

        return clients;
    }

    private async Task<Dictionary<string, (string Name, CoverClock Clock)>> NewClientsAsync(
        Import import, CancellationToken cancellationToken)
    {
        var refused = await db.ImportProblems
            .Where(problem => problem.ImportId == import.Id && problem.File == ClientSheet.Layout.File)
            .Select(problem => problem.Line).ToHashSetAsync(cancellationToken);
        var rows = ClientSheet.Read(await sheets.OpenAsync(import.Id, ClientSheet.Layout, cancellationToken));
        return rows.Good.Where(row => !refused.Contains(row.Line))
            .ToDictionary(
                row => row.ClientRef, row => (row.LegalName, InsuredClock.Of(row.Address)), StringComparer.Ordinal);
    }
}
