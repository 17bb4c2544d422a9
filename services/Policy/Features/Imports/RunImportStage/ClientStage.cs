using Portal.Contracts.Commands;
using Portal.Contracts.Identity;
using Portal.Persistence.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Opens all files before anything changes, so that one that can't be read at all fails the import as a whole, and
/// sends the clients to Identity.
/// </summary>
internal sealed class ClientStage(PolicyDb db, ImportSheets sheets, TimeProvider time)
{
    private const int MostRowsInBatch = 5_000;

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
            import.Fail(time.GetUtcNow());
            return;
        }

        var rows = ClientSheet.Read(await sheets.OpenAsync(import.Id, ClientSheet.Layout, cancellationToken));
        var batches = 0;
        foreach (var batch in rows.Good.Chunk(MostRowsInBatch))
        {
            db.EnqueueSend(
                new ImportClientsCommand
                {
                    ImportId = import.Id.Value,
                    AgencyId = import.AgencyId.Value,
                    Batch = ++batches,
                    DryRun = import.DryRun,
                    Requester = RequesterOf(import.Requester),
                    Rows = batch,
                },
                ImportClientsCommand.Queue,
                import.Id.ToString());
            await db.WriteAsync(import, cancellationToken);
        }

        await db.WriteProblemsAsync(import.Id, rows.Problems, cancellationToken);
        import.SendClients(rows.Refused, batches);
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
