namespace Portal.Notification.Urgent;

/// <summary>A message could not be sent now; the bus tries again.</summary>
internal sealed class NotSentException : Exception
{
    public NotSentException()
    {
    }

    public NotSentException(string message)
        : base(message)
    {
    }

    public NotSentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
