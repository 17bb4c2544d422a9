namespace Portal.Notification.Mime;

/// <summary>
/// Message-ID (RFC 5322, section 3.6.4) that the certificate decides, so that a second sending of the same certificate
/// is recognised by whoever receives it.
/// </summary>
internal readonly record struct MessageId(Guid Certificate, MailAddress Sender)
{
    public override string ToString() => $"<{Certificate:N}@{Sender.Domain}>";
}
