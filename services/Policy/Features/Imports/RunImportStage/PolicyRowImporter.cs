using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Enters the rows of policies.csv among the policies of their clients.</summary>
internal sealed class PolicyRowImporter(ImportSheets sheets, ExistingPoliciesLoader loader, TimeProvider time)
{
    public async Task<Rows<PolicyRow>> ReadAsync(Import import, CancellationToken cancellationToken) =>
        PolicySheet.Read(await sheets.OpenAsync(import.Id, PolicySheet.Layout, cancellationToken), time.GetUtcNow());

    /// <summary>
    /// Enters the good rows, some clients after others, so that no more of the file is in memory than is about them;
    /// and of a client the earliest term first, so that the order of the rows does not matter.
    /// </summary>
    public async IAsyncEnumerable<ImportedClients> EnterAsync(
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
                var chunk = numbers[policy.ClientRef] / ExistingPoliciesLoader.ClientsInQuery;
                entries.Add((chunk, policy.Term.Effective, row.Line));
            }
        }

        var byChunk = entries.ToLookup(entry => entry.Chunk, entry => (entry.Effective, entry.Line));
        foreach (var (index, chunk) in references.Chunk(ExistingPoliciesLoader.ClientsInQuery).Index())
        {
            var clients = await loader.LoadAsync(import, chunk, tracking, cancellationToken);
            int[] lines = [.. byChunk[index].OrderBy(entry => entry.Effective).Select(entry => entry.Line)];
            var outcomes = new List<(int, RowOutcome)>();
            foreach (var (line, policy) in lines.Zip(rows.At(lines)))
            {
                if (clients.TryGetValue(policy.ClientRef, out var client))
                {
                    outcomes.Add((line, client.Enter(policy.Line, policy.Term)));
                }
            }

            yield return new ImportedClients(clients, outcomes);
        }
    }
}
