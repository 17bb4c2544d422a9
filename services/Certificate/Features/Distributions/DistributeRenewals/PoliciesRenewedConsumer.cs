using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Commands;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.Distributions.DistributeRenewals;

/// <summary>
/// Opens the distribution of a renewal: every share that is shown a renewed policy and receives renewals gets one
/// certificate. The shares are cut into batches that any replica may issue.
/// </summary>
internal sealed class PoliciesRenewedConsumer(
    CertificateDb db, PolicyTable policies, AgencyScope scope, TimeProvider time)
    : IConsumer<PoliciesRenewed>
{
    /// <summary>
    /// Certificates in one batch: large enough to pay for its transaction, small enough to show progress.
    /// </summary>
    public const int BatchSize = 50;

    public async Task Consume(ConsumeContext<PoliciesRenewed> context)
    {
        var renewed = context.Message;
        scope.BindTo(renewed.AgencyId);
        var id = new DistributionId(renewed.DistributionId);
        if (await db.Distributions.AnyAsync(distribution => distribution.Id == id, context.CancellationToken))
        {
            return;
        }

        var shares = await db.Shares.AsNoTracking()
            .ReceivingRenewalOf(renewed.AccountId, renewed.RenewedPolicyIds)
            .OrderBy(share => share.HolderName)
            .Select(share => share.Id)
            .ToListAsync(context.CancellationToken);

        // Before the distribution: once that is saved, a redelivery does nothing more.
        await policies.KeepAsync(renewed.AgencyId, renewed.AccountId, renewed.Policies, context.CancellationToken);
        Open(id, renewed, shares);
        await db.SaveChangesAsync(context.CancellationToken);
    }

    private void Open(DistributionId id, PoliciesRenewed renewed, List<ShareId> shares)
    {
        var now = time.GetUtcNow();
        db.Distributions.Add(Distribution.Open(
            id, renewed.AgencyId, renewed.AccountId, CauseOf(renewed), shares.Count, now));
        var lane = $"distribution:{id.Value}";
        db.Enqueue(
            new DistributionStarted
            {
                DistributionId = id.Value,
                AgencyId = renewed.AgencyId,
                AccountId = renewed.AccountId,
                Total = shares.Count,
                OccurredAt = now,
            },
            lane);
        if (shares.Count == 0)
        {
            db.Enqueue(
                new DistributionCompleted
                {
                    DistributionId = id.Value,
                    AgencyId = renewed.AgencyId,
                    AccountId = renewed.AccountId,
                    Total = 0,
                    Delivered = 0,
                    Failed = 0,
                    OccurredAt = now,
                },
                lane);
        }

        foreach (var (index, batch) in shares.Chunk(BatchSize).Index())
        {
            var command = new IssueCertificatesCommand
            {
                DistributionId = id.Value,
                AgencyId = renewed.AgencyId,
                Batch = index + 1,
                ShareIds = [.. batch.Select(share => share.Value)],
            };
            db.EnqueueSend(command, IssueCertificatesCommand.Queue, $"{lane}:{command.Batch}");
        }
    }

    private static RenewalCause CauseOf(PoliciesRenewed renewed) => new()
    {
        Insured = renewed.Insured,
        RenewedPolicyIds = renewed.RenewedPolicyIds,
        Policies = renewed.Policies,
        RequestedBy = renewed.RequestedBy,
    };
}
