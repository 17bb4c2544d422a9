using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>
/// Hands messages to a relay in two steps, so that the sender can decide how many messages at a time are between
/// "may have been accepted" and "is known to have been accepted".
/// </summary>
internal interface IMailTransport
{
    /// <summary>
    /// Hands over everything of a message except the line that ends it. Until that line is sent the relay has accepted
    /// nothing, and a broken connection makes it forget the message.
    /// </summary>
    Task<StageOutcome> StageAsync(MailMessage message, CancellationToken cancellationToken);
}
