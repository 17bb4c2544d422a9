using Portal.Contracts;
using Portal.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Messages;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>Looks up which policies each holder is shown and sends the holders to Certificate, client by client.</summary>
internal sealed class HolderStage(
    PolicyDb db, ImportSheets sheets, ClientBooks books, PolicyEntries entries, TimeProvider clock)
{
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var rows = HolderSheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Holders, cancellationToken));
        var clients = await BooksAsync(import, rows, cancellationToken);
        var today = clock.Today();
        var found = new List<(ClientBook Book, HolderRow Row)>();
        foreach (var (row, holder) in rows.Readable)
        {
            if (!clients.TryGetValue(holder.ClientRef, out var book))
            {
                row.RefuseUnknownClient();
                continue;
            }

            var policies = PoliciesOf(row, holder, book, today);
            if (!row.IsRefused)
            {
                found.Add((book, holder.Row with { PolicyIds = [.. policies.Select(policy => policy.Value)] }));
            }
        }

        var orders = found.GroupBy(holder => holder.Book, holder => holder.Row)
            .SelectMany(client => HolderOrders.Cut([.. client]).Select(order => (Book: client.Key, Rows: order)))
            .ToList();
        foreach (var (index, order) in orders.Index())
        {
            Send(import, index + 1, order.Book, order.Rows);
        }

        db.ImportProblems.AddRange(rows.Problems.Select(problem => StoredProblem.Of(import.Id, problem)));
        import.SendHolders(rows.Refused, orders.Count, clock.GetUtcNow());
    }

    // In a dry run the policies that the import's own file would add are not stored, so they are entered once more.
    private async Task<Dictionary<string, ClientBook>> BooksAsync(
        Import import, Rows<HolderLine> rows, CancellationToken cancellationToken)
    {
        var references = rows.Readable.Select(read => read.Value.ClientRef);
        if (!import.DryRun)
        {
            return await books.OpenAsync(import, references, cancellationToken);
        }

        var policies = await entries.ReadAsync(import, cancellationToken);
        var (entered, _) = await entries.EnterAsync(import, policies, cancellationToken);
        var others = await books.OpenAsync(import, references.Where(reference => !entered.ContainsKey(reference)), cancellationToken);
        foreach (var (reference, book) in others)
        {
            entered.TryAdd(reference, book);
        }

        return entered;
    }

    private static List<PolicyId> PoliciesOf(SheetRow row, HolderLine holder, ClientBook book, DateOnly today)
    {
        var policies = new List<PolicyId>();
        foreach (var line in holder.Lines)
        {
            var held = book.PoliciesOf(line, today);
            policies.AddRange(held);
            if (held.Count == 0)
            {
                var lines = string.Join(", ", book.Policies.Select(policy => policy.Line).Distinct().Order().Select(known => Wording.Of(known)));
                row.Refuse("policies", lines.Length > 0
                    ? $"The client has no {Wording.Of(line)} policy, only {lines}; add it to the policies file, or take the line out."
                    : $"The client has no {Wording.Of(line)} policy, nor any other; add it to the policies file first.");
            }
        }

        return policies;
    }

    private void Send(Import import, int batch, ClientBook book, HolderRow[] rows) => db.EnqueueSend(
        new ImportHolders
        {
            ImportId = import.Id.Value,
            AgencyId = import.AgencyId.Value,
            Batch = batch,
            DryRun = import.DryRun,
            AccountId = book.IsNew ? null : book.Client.Id.Value,
            Rows = rows,
        },
        Queues.ImportHolders,
        book.Client.Id.ToString());
}
