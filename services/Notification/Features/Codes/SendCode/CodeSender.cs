using Microsoft.Extensions.Options;
using Portal.Contracts.Identity;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Templates;
using Portal.Notification.Texts;
using Portal.Notification.Urgent;

namespace Portal.Notification.Features.Codes.SendCode;

/// <summary>Sends an opened code by mail or by text message, as was asked for.</summary>
internal sealed class CodeSender(UrgentMail mail, ITextTransport texts, IOptions<SmtpOptions> smtp, TimeProvider time)
{
    private readonly Mailbox _from = smtp.Value.Sender;

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
            Id = new MessageId(requested.CodeId, _from.Address),
            Date = time.GetUtcNow(),
            From = _from,
            To = new Mailbox(default, to),
            Subject = CodeMail.Subject(requested),
            Text = CodeMail.Text(requested, code),
            Html = CodeMail.Html(requested, code),
        };
        return await mail.SendAsync(message, requested.ExpiresAt, cancellationToken);
    }
}
