using System.Diagnostics;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Integration;
using Portal.Notification.Smtp;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>Sends the message of one claimed delivery.</summary>
internal sealed class MailSender(MailComposer composer, IMailTransport transport, InDoubtGate gate)
{
    /// <summary>Sends; when it returns that the relay accepted, the receipt is stored.</summary>
    public async Task<MailOutcome> SendAsync(
        Delivery delivery, CertificateDocument document, DeliveryLease lease, CancellationToken cancellationToken)
    {
        if (composer.Compose(delivery, document) is not { } message)
        {
            return new MailOutcome.Refused(
                $"'{delivery.Notice.HolderEmail}' is no e-mail address; ask the holder for one, and its next "
                + "certificate goes there.");
        }

        switch (await transport.StageAsync(message, cancellationToken))
        {
            case StageOutcome.Ended ended:
                return ended.Outcome;
            case StageOutcome.Staged staged:
                await using (staged.Mail)
                {
                    return await gate.FinishAsync(staged.Mail, delivery, lease, cancellationToken);
                }

            default:
                throw new UnreachableException();
        }
    }
}
