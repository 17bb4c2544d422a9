using Portal.Notification.Smtp;

namespace Portal.Notification.Texts;

/// <summary>Sends text messages to mobile telephones.</summary>
internal interface ITextTransport
{
    /// <summary>Sends a text, unless it would arrive only after it has become worthless.</summary>
    Task<MailOutcome> SendAsync(TextMessage text, DateTimeOffset worthlessAfter, CancellationToken cancellationToken);
}
