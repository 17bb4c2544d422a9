using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Insurance;
using Portal.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Times;

namespace Portal.Policies.Features.RunImport;

/// <summary>Looks up which policies each holder is shown and sends the holders to Certificate, client by client.</summary>
internal sealed class HolderStage(
    PolicyDb db, ImportSheets sheets, ClientBooks books, PolicyEntries entries, TimeProvider clock)
{
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var read = HolderSheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Holders, cancellationToken));
        var clients = await BooksAsync(import, read, cancellationToken);
        var today = clock.Today();
        var rows = read.Checked((row, holder) => Check(row, holder, clients, today));
        var found = rows.GoodRows
            .Select(good => (Book: clients[good.Value.ClientRef], Place: (good.Row.Line, good.Value.Row.Address.Zip)))
            .ToLookup(holder => holder.Book, holder => holder.Place);
        var orders = 0;
        foreach (var client in found)
        {
            foreach (var order in HolderOrders.Cut([.. client], place => place.Zip))
            {
                var holders = rows.At(order.Select(place => place.Line)).Select(holder => RowOf(holder, client.Key, today));
                Send(import, ++orders, client.Key, [.. holders]);
                await db.WriteAsync(import, cancellationToken);
            }
        }

        await db.WriteProblemsAsync(import.Id, rows.Problems, cancellationToken);
        import.SendHolders(rows.Refused, orders, clock.GetUtcNow());
    }

    private static void Check(SheetRow row, HolderLine holder, Dictionary<string, ClientBook> clients, DateOnly today)
    {
        if (!clients.TryGetValue(holder.ClientRef, out var book))
        {
            row.RefuseUnknownClient();
            return;
        }

        foreach (var line in holder.Lines.Where(line => book.PoliciesOf(line, today).Count == 0))
        {
            var lines = string.Join(", ", book.Policies.Select(policy => policy.Line).Distinct().Order().Select(known => SnakeCase.Of(known)));
            row.Refuse("policies", lines.Length > 0
                ? $"The client has no {SnakeCase.Of(line)} policy, only {lines}; add it to the policies file, or take the line out."
                : $"The client has no {SnakeCase.Of(line)} policy, nor any other; add it to the policies file first.");
        }
    }

    private static HolderRow RowOf(HolderLine holder, ClientBook book, DateOnly today) => holder.Row with
    {
        PolicyIds = [.. holder.Lines.SelectMany(line => book.PoliciesOf(line, today)).Select(policy => policy.Value)],
    };

    // In a dry run the policies that the import's own file would add are not stored, so they are entered once more.
    private async Task<Dictionary<string, ClientBook>> BooksAsync(
        Import import, Rows<HolderLine> rows, CancellationToken cancellationToken)
    {
        var clients = new Dictionary<string, ClientBook>(StringComparer.Ordinal);
        if (import.DryRun)
        {
            var policies = await entries.ReadAsync(import, cancellationToken);
            await foreach (var entered in entries.EnterAsync(import, policies, cancellationToken))
            {
                Add(entered.Books);
            }
        }

        var others = rows.Readable.Select(read => read.Value.ClientRef).Where(reference => !clients.ContainsKey(reference));
        Add(await books.OpenAsync(import, others, QueryTrackingBehavior.NoTracking, cancellationToken));
        return clients;

        void Add(IReadOnlyDictionary<string, ClientBook> opened)
        {
            foreach (var (reference, book) in opened)
            {
                clients.Add(reference, book);
            }
        }
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
        ImportHolders.Queue,
        book.Client.Id.ToString());
}
