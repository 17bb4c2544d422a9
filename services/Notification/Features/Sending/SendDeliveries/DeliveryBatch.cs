using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Contracts.Deliveries;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Integration;
using Portal.Notification.Smtp;
using Portal.Notification.Storage;
using Portal.Notification.Telemetry;
using Portal.Persistence.Outbox;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>
/// Claims deliveries that are due, sends them, and stores and publishes the outcomes in the transaction that holds the
/// claim.
/// </summary>
internal sealed class DeliveryBatch(
    NotificationDb db,
    CertificateClient certificates,
    MailSender sender,
    SendPause pause,
    MailSpans mailSpans,
    MailMetrics metrics,
    IOptions<DeliveryOptions> settings,
    IOptions<SmtpOptions> smtp,
    TimeProvider time)
{
    private readonly RetrySchedule _schedule = settings.Value.Schedule;

    /// <summary>Sends one batch. False when nothing was due.</summary>
    /// <exception cref="HttpRequestException">The documents can't be had; nothing was sent.</exception>
    /// <exception cref="Npgsql.NpgsqlException">
    /// The database does not answer. What was accepted has its receipt, the rest is still queued.
    /// </exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await DrainTable.EnterAsync(db, cancellationToken);
        var claimed = await db.ClaimAsync(settings.Value.BatchSize, time.GetUtcNow(), cancellationToken);
        if (claimed.Count == 0)
        {
            return false;
        }

        using var spans = mailSpans.Begin(claimed);
        spans.Enter(claimed[0].DistributionId);
        await MarkAcceptedAsync(claimed, cancellationToken);
        await SendAsync([.. claimed.Where(delivery => !delivery.HasEnded)], spans, cancellationToken);
        foreach (var distribution in claimed.Where(delivery => delivery.HasEnded)
                .GroupBy(delivery => delivery.DistributionId))
        {
            spans.Enter(distribution.Key);
            db.Enqueue(ChangeOf([.. distribution]), $"distribution:{distribution.Key}");
        }

        // What was sent is stored even while the host stops.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    // A receipt without its mark is left behind by a process that died in between.
    private async Task MarkAcceptedAsync(List<Delivery> claimed, CancellationToken cancellationToken)
    {
        var ids = claimed.Select(delivery => delivery.Id).ToList();
        var receipts = await db.Receipts.AsNoTracking().Where(receipt => ids.Contains(receipt.DeliveryId))
            .ToDictionaryAsync(receipt => receipt.DeliveryId, cancellationToken);
        foreach (var delivery in claimed)
        {
            if (receipts.TryGetValue(delivery.Id, out var receipt))
            {
                delivery.Deliver(receipt.Answer, receipt.AcceptedAt);
            }
        }
    }

    private async Task SendAsync(List<Delivery> deliveries, BatchSpans spans, CancellationToken cancellationToken)
    {
        var documents = await certificates.GetDocumentsAsync(
            [.. deliveries.Select(delivery => delivery.CertificateId)], cancellationToken);
        using var lease = new DeliveryLease(db);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = smtp.Value.Connections };
        await Parallel.ForEachAsync(deliveries, limit, async (delivery, failed) =>
        {
            BatchSpans.Leave();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(failed, cancellationToken);
            await SendAsync(delivery, documents.GetValueOrDefault(delivery.CertificateId), lease, spans, stop.Token);
        });
    }

    private async Task SendAsync(
        Delivery delivery, CertificateDocument? document, DeliveryLease lease, BatchSpans spans,
        CancellationToken cancellationToken)
    {
        if (pause.IsOn || cancellationToken.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var outcome = document is not null
                ? await sender.SendAsync(delivery, document, lease, cancellationToken)
                : new MailOutcome.Deferred("The Certificate service has no document of this certificate.");
            spans.Count(delivery.DistributionId, outcome);
            Apply(outcome, delivery);
            metrics.Delivered(outcome, isGivenUp: delivery.State == DeliveryState.Failed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; the delivery stays queued.
        }
    }

    private void Apply(MailOutcome outcome, Delivery delivery)
    {
        switch (outcome)
        {
            case MailOutcome.Accepted:
                delivery.Deliver(outcome.Answer, time.GetUtcNow());
                pause.End();
                break;
            case MailOutcome.Deferred:
                delivery.Defer(outcome.Answer, time.GetUtcNow(), _schedule);
                break;
            case MailOutcome.Refused:
                delivery.Fail(outcome.Answer);
                break;
            case MailOutcome.Unavailable:
                delivery.Wait(outcome.Answer);
                pause.Begin(outcome.Answer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private DeliveriesChanged ChangeOf(List<Delivery> ended) => new()
    {
        AgencyId = ended[0].AgencyId,
        OccurredAt = time.GetUtcNow(),
        Deliveries =
        [
            .. ended.Select(delivery => new DeliveryOutcome
            {
                DeliveryId = delivery.Id,
                CertificateId = delivery.CertificateId,
                DistributionId = delivery.DistributionId,
                Status = delivery.State == DeliveryState.Delivered ? DeliveryStatus.Delivered : DeliveryStatus.Failed,
                Detail = delivery.LastAnswer,
                At = delivery.DeliveredAt ?? time.GetUtcNow(),
            }),
        ],
    };
}
