using Portal.Notification.Mime;
using Portal.Notification.Smtp;

namespace Portal.Notification.Tests.Support;

internal static class TransportExtensions
{
    /// <summary>Sends a message in one go.</summary>
    public static async Task<MailOutcome> SendAsync(
        this IMailTransport transport, MailMessage message, CancellationToken cancellationToken = default)
    {
        switch (await transport.StageAsync(message, cancellationToken))
        {
            case StageOutcome.Ended ended:
                return ended.Outcome;
            case StageOutcome.Staged staged:
                await using (staged.Mail)
                {
                    return await staged.Mail.FinishAsync();
                }

            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }
}
