namespace Portal.Notification.Smtp;

/// <summary>
/// The relay broke the protocol, closed the connection or fell silent; the connection is of no more use.
/// </summary>
internal sealed class SmtpProtocolException : Exception
{
    public SmtpProtocolException()
    {
    }

    public SmtpProtocolException(string message)
        : base(message)
    {
    }

    public SmtpProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
