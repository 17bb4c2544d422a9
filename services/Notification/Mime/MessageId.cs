namespace Portal.Notification.Mime;

/// <summary>
/// Message-ID (RFC 5322, section 3.6.4) that the certificate, code or notice decides, so that a second sending of the
/// same is recognised by the receiver.
/// </summary>
internal readonly record struct MessageId(Guid Cause, MailAddress Sender)
{
    public override string ToString() => $"<{Cause:N}@{Sender.Domain}>";
}
