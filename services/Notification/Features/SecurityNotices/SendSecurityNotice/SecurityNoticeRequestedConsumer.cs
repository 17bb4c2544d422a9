using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;
using Portal.Contracts.Identity;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Telemetry;
using Portal.Notification.Templates;
using Portal.Notification.Urgent;

namespace Portal.Notification.Features.SecurityNotices.SendSecurityNotice;

/// <summary>
/// Mails a person about a change of how to get into an account; a second copy has the same Message-ID.
/// </summary>
internal sealed partial class SecurityNoticeRequestedConsumer(
    UrgentMail mail, MailMetrics metrics, IOptions<SmtpOptions> smtp, TimeProvider time,
    ILogger<SecurityNoticeRequestedConsumer> log)
    : IConsumer<SecurityNoticeRequested>
{
    private readonly Mailbox _from = smtp.Value.Sender;

    public async Task Consume(ConsumeContext<SecurityNoticeRequested> context)
    {
        var requested = context.Message;
        var outcome = await SendAsync(requested, context.CancellationToken);
        metrics.Urgent(outcome);
        var answer = RedactedReply.Of(outcome.Answer);
        switch (outcome)
        {
            case MailOutcome.Accepted:
                break;
            case MailOutcome.Refused:
                GaveUp(requested.NoticeId, requested.Notice, requested.AgencyId, answer);
                break;
            case MailOutcome.Deferred or MailOutcome.Unavailable:
                throw new NotSentException($"The notice {requested.NoticeId} could not be sent. {answer}");
            default:
                throw new UnreachableException();
        }
    }

    private async Task<MailOutcome> SendAsync(SecurityNoticeRequested requested, CancellationToken cancellationToken) =>
        !MailAddress.TryParse(requested.Email.Trim(), out var to)
            ? new MailOutcome.Refused("The address is not one that mail can be sent to; correct the contact.")
            : await mail.SendAsync(
                new MailMessage
                {
                    Id = new MessageId(requested.NoticeId, _from.Address),
                    Date = time.GetUtcNow(),
                    From = _from,
                    To = new Mailbox(HeaderText.From(requested.Name), to),
                    Subject = SecurityNoticeMail.Subject(requested),
                    Text = SecurityNoticeMail.Text(requested),
                    Html = SecurityNoticeMail.Html(requested),
                },
                cancellationToken);

    [LoggerMessage(LogLevel.Error, "The notice {Notice} ({Kind}) of agency {Agency} is given up: {Reason}")]
    private partial void GaveUp(Guid notice, SecurityNotice kind, Guid agency, string reason);
}
