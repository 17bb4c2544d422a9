using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Deliveries;
using Portal.Insurance;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.Distributions.TrackDeliveries;

/// <summary>
/// Counts deliveries into their distributions. Each certificate moves only forward (pending to failed to delivered),
/// and only the moves that happened are counted, so a message twice or late counts once.
/// </summary>
internal sealed class DeliveriesChangedConsumer(
    CertificateDb db, AgencyScope scope, DistributionMetrics metrics, TimeProvider time)
    : IConsumer<DeliveriesChanged>
{
    public async Task Consume(ConsumeContext<DeliveriesChanged> context)
    {
        scope.BindTo(context.Message.AgencyId);
        var cancellationToken = context.CancellationToken;
        var finished = new List<Distribution>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var outcomes in context.Message.Deliveries.GroupBy(outcome => outcome.DistributionId)
                .OrderBy(group => group.Key))
        {
            await CountAsync(new DistributionId(outcomes.Key), [.. outcomes], finished, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        finished.ForEach(
            distribution => metrics.Finished(time.GetUtcNow() - distribution.StartedAt, distribution.Failed > 0));
    }

    private async Task CountAsync(
        DistributionId id, DeliveryOutcome[] outcomes, List<Distribution> finished, CancellationToken cancellationToken)
    {
        var arrived = outcomes
            .Where(outcome => outcome.Status == DeliveryStatus.Delivered)
            .Select(outcome => new CertificateId(outcome.CertificateId))
            .ToList();
        var recovered = await MoveAsync(
            arrived, DeliveryState.Failed, DeliveryState.Delivered, null, cancellationToken);
        var delivered = await MoveAsync(
            arrived, DeliveryState.Pending, DeliveryState.Delivered, null, cancellationToken);
        var failed = 0;
        foreach (var outcome in outcomes.Where(outcome => outcome.Status == DeliveryStatus.Failed))
        {
            failed += await MoveAsync(
                [
                    new CertificateId(outcome.CertificateId),
                ], DeliveryState.Pending, DeliveryState.Failed, outcome.Detail, cancellationToken);
        }

        if (recovered + delivered + failed > 0)
        {
            await AddAsync(id, recovered + delivered, failed - recovered, finished, cancellationToken);
        }
    }

    private Task<int> MoveAsync(
        List<CertificateId> certificates, DeliveryState from, DeliveryState to, string? detail,
        CancellationToken cancellationToken) =>
        db.Certificates
            .Where(certificate => certificates.Contains(certificate.Id) && certificate.Delivery == from)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(certificate => certificate.Delivery, to)
                    .SetProperty(certificate => certificate.DeliveryDetail, detail),
                cancellationToken);

    // The update locks the row until the transaction ends, so exactly one consumer sees the last delivery counted.
    private async Task AddAsync(
        DistributionId id, int delivered, int failed, List<Distribution> finished, CancellationToken cancellationToken)
    {
        var rows = db.Distributions.Where(distribution => distribution.Id == id);
        await rows.ExecuteUpdateAsync(
            row => row
                .SetProperty(distribution => distribution.Delivered, distribution => distribution.Delivered + delivered)
                .SetProperty(distribution => distribution.Failed, distribution => distribution.Failed + failed),
            cancellationToken);
        var distribution = await rows.AsNoTracking().SingleAsync(cancellationToken);
        if (!distribution.IsComplete || distribution.State == DistributionStatus.Finished)
        {
            return;
        }

        var now = time.GetUtcNow();
        await rows.ExecuteUpdateAsync(
            row => row
                .SetProperty(distribution => distribution.State, DistributionStatus.Finished)
                .SetProperty(distribution => distribution.FinishedAt, now),
            cancellationToken);
        db.Enqueue(
            new DistributionCompleted
            {
                DistributionId = id.Value,
                AgencyId = distribution.AgencyId,
                AccountId = distribution.AccountId,
                Total = distribution.Total,
                Delivered = distribution.Delivered,
                Failed = distribution.Failed,
                OccurredAt = now,
            },
            $"distribution:{id.Value}");
        finished.Add(distribution);
    }
}
