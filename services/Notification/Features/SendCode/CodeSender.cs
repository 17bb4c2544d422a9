using Microsoft.Extensions.Options;
using Portal.Contracts;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Templates;
using Portal.Notification.Texts;

namespace Portal.Notification.Features.SendCode;

/// <summary>Sends an opened code by mail or by text message, as was asked for.</summary>
internal sealed class CodeSender(UrgentMail mail, ITextTransport texts, IOptions<SmtpSettings> smtp, TimeProvider clock)
{
    private readonly Mailbox from = smtp.Value.Sender;

    public async Task<MailOutcome> SendAsync(CodeRequested requested, string code, CancellationToken cancellationToken)
    {
        if (requested.Mobile is { } mobile)
        {
            var text = new TextMessage(requested.CodeId, mobile, CodeText.Of(requested, code));
            return await texts.SendAsync(text, requested.ExpiresAt, cancellationToken);
        }

        if (!MailAddress.TryParse(requested.Email?.Trim(), out var to))
        {
            return new MailOutcome.Refused("The address is not one that mail can be sent to; correct the contact.");
        }

        var message = new MailMessage
        {
            Id = new MessageId(requested.CodeId, from.Address),
            Date = clock.GetUtcNow(),
            From = from,
            To = new Mailbox(default, to),
            Subject = CodeMail.Subject(requested),
            Text = CodeMail.Text(requested, code),
            Html = CodeMail.Html(requested, code),
        };
        return await mail.SendAsync(message, requested.ExpiresAt, cancellationToken);
    }
}
