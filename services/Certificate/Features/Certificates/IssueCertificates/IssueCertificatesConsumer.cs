using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Features.Distributions;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Commands;
using Portal.Insurance;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.Certificates.IssueCertificates;

/// <summary>
/// Issues one batch: renders, numbers and stores the certificates, counts them and announces them, all in one
/// transaction. A batch that runs twice issues once, by the unique key (share, distribution).
/// </summary>
internal sealed class IssueCertificatesConsumer(
    CertificateDb db, AgencyScope scope, IDocumentStore documents, CertificateComposer composer,
    DistributionMetrics metrics,
    TimeProvider time)
    : IConsumer<IssueCertificatesCommand>
{
    public async Task Consume(ConsumeContext<IssueCertificatesCommand> context)
    {
        var command = context.Message;
        scope.BindTo(command.AgencyId);
        var cancellationToken = context.CancellationToken;
        var id = new DistributionId(command.DistributionId);
        var distribution = await db.Distributions.AsNoTracking()
            .SingleAsync(distribution => distribution.Id == id, cancellationToken);
        var shares = await UnissuedSharesAsync(command, cancellationToken);
        if (shares.Count == 0)
        {
            return;
        }

        var agency = await db.Agencies.AsNoTracking()
            .SingleAsync(agency => agency.Id == distribution.AgencyId, cancellationToken);
        var now = time.GetUtcNow();
        var issued = shares.ConvertAll(share => composer.Compose(share, distribution, agency.State, now));

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Certificates.AddRange(issued.Select(certificate => certificate.Certificate));
        await documents.AddAsync([.. issued.Select(certificate => certificate.Document)], cancellationToken);
        db.Enqueue(
            Announcement(command, distribution, agency.State, issued, now), $"distribution:{id.Value}:{command.Batch}");
        await db.SaveChangesAsync(cancellationToken);
        await SupersedeAsync(issued, now, cancellationToken);
        await db.Distributions
            .Where(distribution => distribution.Id == id)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(
                        distribution => distribution.Issued, distribution => distribution.Issued + issued.Count),
                cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Issued(issued.Count);
    }

    private async Task<List<Share>> UnissuedSharesAsync(
        IssueCertificatesCommand command, CancellationToken cancellationToken)
    {
        var id = new DistributionId(command.DistributionId);
        var wanted = command.ShareIds.Select(share => new ShareId(share)).ToList();
        var done = await db.Certificates
            .Where(certificate => certificate.DistributionId == id && wanted.Contains(certificate.ShareId))
            .Select(certificate => certificate.ShareId)
            .ToListAsync(cancellationToken);
        var open = wanted.Except(done).ToList();
        return open.Count == 0 ? [] : await db.Shares.Where(share => open.Contains(share.Id))
            .ToListAsync(cancellationToken);
    }

    private Task<int> SupersedeAsync(
        List<ComposedCertificate> issued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shares = issued.ConvertAll(composed => composed.Certificate.ShareId);
        var fresh = issued.ConvertAll(composed => composed.Certificate.Id);
        return db.Certificates
            .Where(certificate => shares.Contains(certificate.ShareId)
                && certificate.SupersededAt == null
                && !fresh.Contains(certificate.Id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(certificate => certificate.SupersededAt, now), cancellationToken);
    }

    private CertificatesIssued Announcement(
        IssueCertificatesCommand command, Distribution distribution, AgencyDetails agency,
        List<ComposedCertificate> issued,
        DateTimeOffset now) =>
        new()
        {
            DistributionId = command.DistributionId,
            AgencyId = distribution.AgencyId,
            AccountId = distribution.AccountId,
            Batch = command.Batch,
            InsuredName = distribution.Cause.Insured.LegalName,
            Producer = new ProducerSnapshot
            {
                Name = agency.Name,
                ContactName = agency.ContactName,
                Phone = agency.Phone,
                Email = agency.Email,
            },
            Certificates = [.. issued.Select(composed => composer.Announce(composed.Certificate))],
            OccurredAt = now,
        };
}
