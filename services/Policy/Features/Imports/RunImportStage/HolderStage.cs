using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Insurance;
using Portal.Persistence.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Times;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Looks up which policies each holder is shown and sends the holders to Certificate, client by client.
/// </summary>
internal sealed class HolderStage(
    PolicyDb db, ImportSheets sheets, ExistingPoliciesLoader loader, PolicyRowImporter policyRows, TimeProvider time)
{
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var read = HolderSheet.Read(await sheets.OpenAsync(import.Id, HolderSheet.Layout, cancellationToken));
        var clients = await ExistingAsync(import, read, cancellationToken);
        var today = time.Today();
        var rows = read.Checked((row, holder) => Check(row, holder, clients, today));
        var found = rows.GoodRows
            .Select(good => (Client: clients[good.Value.ClientRef], Place: (good.Row.Line, good.Value.Row.Address.Zip)))
            .ToLookup(holder => holder.Client, holder => holder.Place);
        var batches = 0;
        foreach (var client in found)
        {
            foreach (var batch in HolderBatches.Cut([.. client], place => place.Zip))
            {
                var holders = rows.At(batch.Select(place => place.Line))
                    .Select(holder => RowOf(holder, client.Key, today));
                Send(import, ++batches, client.Key, [.. holders]);
                await db.WriteAsync(import, cancellationToken);
            }
        }

        await db.WriteProblemsAsync(import.Id, rows.Problems, cancellationToken);
        import.SendHolders(rows.Refused, batches, time.GetUtcNow());
    }

    private static void Check(
        SheetRow row, HolderLine holder, Dictionary<string, ExistingPolicies> clients, DateOnly today)
    {
        if (!clients.TryGetValue(holder.ClientRef, out var client))
        {
            row.RefuseUnknownClient();
            return;
        }

        foreach (var line in holder.Lines.Where(line => client.PoliciesOf(line, today).Count == 0))
        {
            var lines = string.Join(
                ", ",
                client.Policies.Select(policy => policy.Line).Distinct().Order().Select(known => SnakeCase.Of(known)));
            row.Refuse("policies", lines.Length > 0
                ? $"The client has no {SnakeCase.Of(line)} policy, only {lines}; add it to the policies file, or "
                    + "take the line out."
                : $"The client has no {SnakeCase.Of(line)} policy, nor any other; add it to the policies file first.");
        }
    }

    private static HolderRow RowOf(HolderLine holder, ExistingPolicies client, DateOnly today) => holder.Row with
    {
        PolicyIds = [.. holder.Lines.SelectMany(line => client.PoliciesOf(line, today)).Select(policy => policy.Value)],
    };

    // In a dry run the policies that the import's own file would add are not stored, so they are entered once more.
    private async Task<Dictionary<string, ExistingPolicies>> ExistingAsync(
        Import import, Rows<HolderLine> rows, CancellationToken cancellationToken)
    {
        var clients = new Dictionary<string, ExistingPolicies>(StringComparer.Ordinal);
        if (import.DryRun)
        {
            var policies = await policyRows.ReadAsync(import, cancellationToken);
            await foreach (var imported in policyRows.EnterAsync(import, policies, cancellationToken))
            {
                Add(imported.Clients);
            }
        }

        var others = rows.Readable.Select(read => read.Value.ClientRef)
            .Where(reference => !clients.ContainsKey(reference));
        Add(await loader.LoadAsync(import, others, QueryTrackingBehavior.NoTracking, cancellationToken));
        return clients;

        void Add(IReadOnlyDictionary<string, ExistingPolicies> opened)
        {
            foreach (var (reference, client) in opened)
            {
                clients.Add(reference, client);
            }
        }
    }

    private void Send(Import import, int batch, ExistingPolicies client, HolderRow[] rows) => db.EnqueueSend(
        new ImportHoldersCommand
        {
            ImportId = import.Id.Value,
            AgencyId = import.AgencyId.Value,
            Batch = batch,
            DryRun = import.DryRun,
            AccountId = client.IsNew ? null : client.Client.Id.Value,
            Rows = rows,
        },
        ImportHoldersCommand.Queue,
        client.Client.Id.ToString());
}
