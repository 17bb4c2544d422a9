using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Certificates;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Features.Sending;
using Portal.Notification.Storage;
using Portal.Notification.Telemetry;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Features.Deliveries.QueueDeliveries;

/// <summary>
/// Queues a delivery for each certificate of a batch; a certificate that has one already is passed over.
/// </summary>
internal sealed class CertificatesIssuedConsumer(
    NotificationDb db, AgencyScope agency, WorkSignal signal, MailSpans spans,
    TimeProvider time) : IConsumer<CertificatesIssued>
{
    public async Task Consume(ConsumeContext<CertificatesIssued> context)
    {
        var issued = context.Message;
        agency.BindTo(issued.AgencyId);
        var ids = issued.Certificates.Select(certificate => certificate.CertificateId).ToList();
        var known = await db.Deliveries.Where(delivery => ids.Contains(delivery.CertificateId))
            .Select(delivery => delivery.CertificateId).ToListAsync(context.CancellationToken);

        // Two copies of the message at the same moment collide on the unique certificate; the bus repeats the loser.
        db.Deliveries.AddRange(issued.Certificates.ExceptBy(known, certificate => certificate.CertificateId)
            .Select(certificate => DeliveryOf(issued, certificate)));
        await db.SaveChangesAsync(context.CancellationToken);
        spans.Remember(issued.DistributionId);
        signal.Raise();
    }

    private Delivery DeliveryOf(CertificatesIssued issued, IssuedCertificate certificate) => new()
    {
        Id = Guid.CreateVersion7(),
        CertificateId = certificate.CertificateId,
        DistributionId = issued.DistributionId,
        AgencyId = issued.AgencyId,
        AccountId = issued.AccountId,
        NextAttemptAt = time.GetUtcNow(),
        Notice = new Notice
        {
            HolderName = certificate.HolderName,
            HolderEmail = certificate.HolderEmail,
            InsuredName = issued.InsuredName,
            CertificateNumber = certificate.Number,
            Revision = certificate.Revision,
            VerificationUrl = certificate.VerificationUrl,
            Producer = new Producer
            {
                Name = issued.Producer.Name,
                ContactName = issued.Producer.ContactName,
                Phone = issued.Producer.Phone,
                Email = issued.Producer.Email,
            },
            Policies =
            [
                .. certificate.Policies.Select(policy => new NoticePolicy
                {
                    Line = policy.Line,
                    Number = policy.Number,
                    Effective = policy.Effective,
                    Expiration = policy.Expiration,
                }),
            ],
        },
    };
}
