using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Urgent;

namespace Portal.Notification.Texts;

/// <summary>
/// Mails each text to the number's address at a gateway. As plain text without a subject: a gateway would show the rest
/// on the telephone.
/// </summary>
internal sealed partial class MailedTexts(
    UrgentMail mail, IOptions<TextOptions> settings, IOptions<SmtpOptions> smtp, TimeProvider time) : ITextTransport
{
    private readonly Mailbox _from = smtp.Value.Sender;

    public async Task<MailOutcome> SendAsync(
        TextMessage text, DateTimeOffset worthlessAfter, CancellationToken cancellationToken)
    {
        if (!settings.Value.IsOn)
        {
            return new MailOutcome.Refused(
                "No text message can be sent. Set Texts__Domain to the domain of a gateway, or SignIn__Texts to "
                + "false for Identity, "
                + "so that none is offered.");
        }

        if (!E164().IsMatch(text.Mobile) || !MailAddress.TryParse(AddressOf(text.Mobile), out var to))
        {
            return new MailOutcome.Refused("The number is not one in E.164; correct the contact.");
        }

        var message = new MailMessage
        {
            Id = new MessageId(text.Cause, _from.Address),
            Date = time.GetUtcNow(),
            From = _from,
            To = new Mailbox(default, to),
            Text = text.Body,
        };
        return await mail.SendAsync(message, worthlessAfter, cancellationToken);
    }

    private string AddressOf(string mobile) =>
        $"{(settings.Value.WithPlus ? mobile : mobile[1..])}@{settings.Value.Domain}";

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
