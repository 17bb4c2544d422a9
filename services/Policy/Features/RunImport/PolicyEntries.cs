using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;

namespace Portal.Policies.Features.RunImport;

/// <summary>Enters the rows of policies.csv into the books of their clients.</summary>
internal sealed class PolicyEntries(ImportSheets sheets, ClientBooks books, TimeProvider clock)
{
    public async Task<Rows<PolicyRow>> ReadAsync(Import import, CancellationToken cancellationToken) =>
        PolicySheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Policies, cancellationToken), clock.GetUtcNow());

    /// <summary>
    /// Enters the good rows, the earliest term first, so that the order of the rows does not matter. Rows that can't be
    /// entered are refused, and bad ones are told of an unknown client as well.
    /// </summary>
    public async Task<(Dictionary<string, ClientBook> Books, IReadOnlyList<RowOutcome> Outcomes)> EnterAsync(
        Import import, Rows<PolicyRow> rows, CancellationToken cancellationToken)
    {
        var clients = await books.OpenAsync(import, rows.Readable.Select(read => read.Value.ClientRef), cancellationToken);
        var outcomes = new List<RowOutcome>();
        foreach (var (row, policy) in rows.Readable.OrderBy(read => read.Value.Term.Effective))
        {
            if (!clients.TryGetValue(policy.ClientRef, out var book))
            {
                row.RefuseUnknownClient();
            }
            else if (!row.IsRefused)
            {
                var outcome = book.Enter(policy.Line, policy.Term);
                outcomes.Add(outcome);
                if (outcome.Problem is { } problem)
                {
                    row.Refuse(PolicyColumns.Of(problem.Field!), problem.Detail);
                }
            }
        }

        return (clients, outcomes);
    }
}
