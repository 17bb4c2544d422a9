using System.Diagnostics;
using MassTransit;
using Portal.Contracts.Identity;
using Portal.Notification.Smtp;
using Portal.Notification.Telemetry;
using Portal.Notification.Urgent;
using Portal.ServiceDefaults.Secrets;

namespace Portal.Notification.Features.Codes.SendCode;

/// <summary>
/// Sends a one-time code at once, and never when it is of no more use. The code is in the clear only between here and
/// the relay.
/// </summary>
internal sealed partial class CodeRequestedConsumer(
    SealedText sealedText, CodeSender sender, MailMetrics metrics, TimeProvider time,
    ILogger<CodeRequestedConsumer> log) : IConsumer<CodeRequested>
{
    public async Task Consume(ConsumeContext<CodeRequested> context)
    {
        var requested = context.Message;
        if (requested.Email is null && requested.Mobile is null)
        {
            // Asked for an unknown address, at an agency that does not reveal which addresses are known.
            return;
        }

        if (requested.ExpiresAt <= time.GetUtcNow())
        {
            Expired(requested.CodeId, requested.AgencyId, requested.ExpiresAt);
            return;
        }

        if (!sealedText.TryOpen(requested.SealedCode, requested.CodeId, out var code))
        {
            // The bus tries again, which helps while the two are being restarted with a new key.
            throw new NotSentException(
                $"CodeProtection__Key does not open the code {requested.CodeId}; start Identity and Notification "
                + "with the same value.");
        }

        var outcome = await sender.SendAsync(requested, code, context.CancellationToken);
        metrics.Urgent(outcome);
        var answer = RedactedReply.Of(outcome.Answer);
        switch (outcome)
        {
            case MailOutcome.Accepted:
                break;
            case MailOutcome.Refused:
                GaveUp(requested.CodeId, requested.AgencyId, answer);
                break;
            case MailOutcome.Deferred or MailOutcome.Unavailable:
                throw new NotSentException($"The code {requested.CodeId} could not be sent. {answer}");
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The code {Code} of agency {Agency} was not sent, it had expired at "
        + "{ExpiresAt:O}")]
    private partial void Expired(Guid code, Guid agency, DateTimeOffset expiresAt);

    [LoggerMessage(LogLevel.Error, "The code {Code} of agency {Agency} is given up: {Reason}")]
    private partial void GaveUp(Guid code, Guid agency, string reason);
}
