using MassTransit;
using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;
using Order = Portal.Contracts.RunImport;

namespace Portal.Policies.Features.RunImport;

/// <summary>
/// Takes an import one stage further: one order, one transaction, so that whatever is cut off is done again from the
/// stage's beginning and an order that comes twice finds nothing to do.
/// </summary>
internal sealed class RunImportConsumer(
    PolicyDb db, ImportGate gate, ClientStage clients, PolicyStage policies, HolderStage holders,
    ImportMetrics metrics) : IConsumer<Order>
{
    public async Task Consume(ConsumeContext<Order> context)
    {
        var cancellationToken = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await gate.EnterAsync(new ImportId(context.Message.ImportId), cancellationToken);
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
            db.EnqueueSend(context.Message, Order.Queue, import.Id.ToString());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Count(import);
    }
}
