using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;
using Portal.Contracts;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Telemetry;
using Portal.Notification.Templates;

namespace Portal.Notification.Features.SendSecurityNotice;

/// <summary>Tells a person of something that touches the way into an account; a second copy has the same Message-ID.</summary>
internal sealed partial class SecurityNoticeRequestedConsumer(
    UrgentMail mail, MailMetrics metrics, IOptions<SmtpSettings> smtp, TimeProvider clock, ILogger<SecurityNoticeRequestedConsumer> log)
    : IConsumer<SecurityNoticeRequested>
{
    private readonly Mailbox from = smtp.Value.Sender;

    public async Task Consume(ConsumeContext<SecurityNoticeRequested> context)
    {
        var requested = context.Message;
        var outcome = await SendAsync(requested, context.CancellationToken);
        metrics.Urgent(outcome);
        var answer = DiscreetAnswer.Of(outcome.Answer);
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
                    Id = new MessageId(requested.NoticeId, from.Address),
                    Date = clock.GetUtcNow(),
                    From = from,
                    To = new Mailbox(HeaderText.From(requested.Name), to),
                    Subject = SecurityNoticeMail.Subject(requested),
                    Text = SecurityNoticeMail.Text(requested),
                    Html = SecurityNoticeMail.Html(requested),
                },
                cancellationToken);

    [LoggerMessage(LogLevel.Error, "The notice {Notice} ({Kind}) of agency {Agency} is given up: {Reason}")]
    private partial void GaveUp(Guid notice, SecurityNotice kind, Guid agency, string reason);
}
