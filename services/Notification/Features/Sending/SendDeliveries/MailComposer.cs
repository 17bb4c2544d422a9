using Microsoft.Extensions.Options;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Integration;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Templates;

namespace Portal.Notification.Features.Sending.SendDeliveries;

/// <summary>Makes the message of a delivery.</summary>
internal sealed class MailComposer(IOptions<SmtpOptions> settings, TimeProvider time)
{
    private readonly Mailbox _from = settings.Value.Sender;

    /// <summary>The message; null when the holder's address is not one that mail can be sent to.</summary>
    public MailMessage? Compose(Delivery delivery, CertificateDocument document)
    {
        var notice = delivery.Notice;
        return !MailAddress.TryParse(notice.HolderEmail.Trim(), out var holder) ? null : new MailMessage
        {
            Id = new MessageId(delivery.CertificateId, _from.Address),
            Date = time.GetUtcNow(),
            From = _from,
            ReplyTo = MailAddress.TryParse(notice.Producer.Email, out var agency) && !agency.NeedsSmtpUtf8
                ? new Mailbox(HeaderText.From(notice.Producer.Name), agency) : null,
            To = new Mailbox(HeaderText.From(notice.HolderName), holder),
            Subject = CertificateMail.Subject(notice),
            Text = CertificateMail.Text(notice),
            Html = CertificateMail.Html(notice),
            Attachment = new PdfAttachment(HeaderText.From(document.FileName), document.Document),
        };
    }
}
