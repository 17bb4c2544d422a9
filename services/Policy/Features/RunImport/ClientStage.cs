using Portal.Contracts;
using Portal.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>
/// Opens all files before anything changes, so that one that can't be read at all fails the import as a whole, and sends
/// the clients to Identity.
/// </summary>
internal sealed class ClientStage(PolicyDb db, ImportSheets sheets, TimeProvider clock)
{
    private const int MostRowsInOrder = 5_000;

    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var unreadable = false;
        foreach (var layout in SheetLayout.All)
        {
            var problems = (await sheets.OpenAsync(import.Id, layout, cancellationToken))?.Problems ?? [];
            db.ImportProblems.AddRange(problems.Select(problem => StoredProblem.Of(import.Id, problem)));
            unreadable |= problems.Count > 0;
        }

        if (unreadable)
        {
            import.Fail(clock.GetUtcNow());
            return;
        }

        var rows = ClientSheet.Read(await sheets.OpenAsync(import.Id, SheetLayout.Clients, cancellationToken));
        var orders = 0;
        foreach (var order in rows.Good.Chunk(MostRowsInOrder))
        {
            db.EnqueueSend(
                new ImportClients
                {
                    ImportId = import.Id.Value,
                    AgencyId = import.AgencyId.Value,
                    Batch = ++orders,
                    DryRun = import.DryRun,
                    Requester = RequesterOf(import.Requester),
                    Rows = order,
                },
                ImportClients.Queue,
                import.Id.ToString());
            await db.WriteAsync(import, cancellationToken);
        }

        await db.WriteProblemsAsync(import.Id, rows.Problems, cancellationToken);
        import.SendClients(rows.Refused, orders);
    }

    private static Requester RequesterOf(ImportRequester requester) => new()
    {
        Id = requester.Id,
        Role = requester.Role,
        Name = requester.Name,
        SessionId = requester.SessionId,
        From = requester.From,
    };
}
