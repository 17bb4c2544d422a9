using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Features.RunImport;

/// <summary>Enters the rows of policies.csv into the books of their clients.</summary>
internal sealed class PolicyEntries(ImportSheets sheets, ClientBooks books, TimeProvider clock)
{
    public async Task<Rows<PolicyRow>> ReadAsync(Import import, CancellationToken cancellationToken) =>
        PolicySheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Policies, cancellationToken), clock.GetUtcNow());

    /// <summary>
    /// Enters the good rows, some clients after others, so that no more of the file is in memory than is about them; and of
    /// a client the earliest term first, so that the order of the rows does not matter.
    /// </summary>
    public async IAsyncEnumerable<EnteredClients> EnterAsync(
        Import import, Rows<PolicyRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tracking = import.DryRun ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var references = new List<string>();
        var entries = new List<(int Chunk, DateOnly Effective, int Line)>();
        foreach (var (row, policy) in rows.Readable)
        {
            if (numbers.TryAdd(policy.ClientRef, references.Count))
            {
                references.Add(policy.ClientRef);
            }

            if (!row.IsRefused)
            {
                entries.Add((numbers[policy.ClientRef] / ClientBooks.ClientsInQuery, policy.Term.Effective, row.Line));
            }
        }

        var byChunk = entries.ToLookup(entry => entry.Chunk, entry => (entry.Effective, entry.Line));
        foreach (var (index, chunk) in references.Chunk(ClientBooks.ClientsInQuery).Index())
        {
            var clients = await books.OpenAsync(import, chunk, tracking, cancellationToken);
            int[] lines = [.. byChunk[index].OrderBy(entry => entry.Effective).Select(entry => entry.Line)];
            var outcomes = new List<(int, RowOutcome)>();
            foreach (var (line, policy) in lines.Zip(rows.At(lines)))
            {
                if (clients.TryGetValue(policy.ClientRef, out var book))
                {
                    outcomes.Add((line, book.Enter(policy.Line, policy.Term)));
                }
            }

            yield return new EnteredClients(clients, outcomes);
        }
    }
}
