using Microsoft.Extensions.Options;
using Portal.Notification.Domain;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;

namespace Portal.Notification.Templates;

/// <summary>Makes the message of a delivery.</summary>
internal sealed class MailComposer(IOptions<SmtpSettings> settings, TimeProvider clock)
{
    private readonly Mailbox from = settings.Value.Sender;

    /// <summary>The message; null when the holder's address is not one that mail can be sent to.</summary>
    public MailMessage? Compose(Delivery delivery, CertificateDocument document)
    {
        var notice = delivery.Notice;
        return !MailAddress.TryParse(notice.HolderEmail.Trim(), out var holder) ? null : new MailMessage
        {
            Id = new MessageId(delivery.CertificateId, from.Address),
            Date = clock.GetUtcNow(),
            From = from,
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
