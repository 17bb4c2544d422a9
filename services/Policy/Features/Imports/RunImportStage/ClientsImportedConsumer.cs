using MassTransit;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Persistence.Outbox;
using Portal.Policies.Csv;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Takes Identity's answer: counts, refused rows, what waits to be confirmed, and the accounts behind the other rows.
/// Accounts are copied at once, so that the policies need not wait for the accounts' own events.
/// </summary>
internal sealed class ClientsImportedConsumer(
    PolicyDb db, ImportLock imports, ImportSheets sheets, AccountTable accounts)
    : IConsumer<ClientsImported>
{
    public async Task Consume(ConsumeContext<ClientsImported> context)
    {
        var (answer, cancellationToken) = (context.Message, context.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await imports.TakeAsync(new ImportId(answer.ImportId), cancellationToken);
        if (!import.TakeClients(answer.Batch, CountsOf(answer)))
        {
            return;
        }

        var problems = answer.Problems.Concat(answer.Proposals);
        db.ImportProblems.AddRange(problems.Select(problem => StoredProblem.Of(import.Id, problem)));
        if (!import.DryRun && answer.Clients.Length > 0)
        {
            var rows = ClientSheet.Read(await sheets.OpenAsync(import.Id, ClientSheet.Layout, cancellationToken));
            await accounts.PutAsync([.. CopiesOf(import.AgencyId, rows, answer)], cancellationToken);
        }

        if (import.IsReadyToRun)
        {
            db.EnqueueSend(
                new RunImportCommand { ImportId = answer.ImportId }, RunImportCommand.Queue, import.Id.ToString());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static ImportCounts CountsOf(ClientsImported answer) => new()
    {
        Added = answer.Added,
        Updated = answer.Updated,
        Unchanged = answer.Unchanged,
        Refused = answer.Problems.DistinctBy(problem => problem.Line).Count(),
    };

    private static IEnumerable<Account> CopiesOf(AgencyId agency, Rows<ClientRow> rows, ClientsImported answer) =>
        from row in rows.Good
        join client in answer.Clients on row.ClientRef equals client.ClientRef
        select new Account
        {
            Id = new AccountId(client.AccountId),
            AgencyId = agency,
            Version = client.Version,
            ClientRef = row.ClientRef,
            LegalName = row.LegalName,
            Dba = row.Dba,
            Address = row.Address,
        };
}
