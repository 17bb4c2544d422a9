using MassTransit;
using Portal.Contracts.Commands;
using Portal.Persistence.Outbox;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// Takes an import one stage further. A stage is one transaction: a message that was cut off runs it again from its
/// beginning, and one that comes twice finds nothing to do.
/// </summary>
internal sealed class RunImportConsumer(
    PolicyDb db, ImportLock imports, ClientStage clients, PolicyStage policies, HolderStage holders,
    ImportMetrics metrics) : IConsumer<RunImportCommand>
{
    public async Task Consume(ConsumeContext<RunImportCommand> context)
    {
        var cancellationToken = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await imports.TakeAsync(new ImportId(context.Message.ImportId), cancellationToken);
        var run = import.Stage switch
        {
            ImportStage.Clients => clients.RunAsync(import, cancellationToken),
            ImportStage.Policies => policies.RunAsync(import, cancellationToken),
            ImportStage.Holders => holders.RunAsync(import, cancellationToken),
            _ => null,
        };
        if (run is null)
        {
            return;
        }

        await run;
        if (import.IsReadyToRun)
        {
            db.EnqueueSend(context.Message, RunImportCommand.Queue, import.Id.ToString());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Count(import);
    }
}
