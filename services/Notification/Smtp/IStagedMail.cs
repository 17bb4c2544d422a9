namespace Portal.Notification.Smtp;

/// <summary>
/// A message of which the relay has everything but the last line. Disposing it unfinished withdraws it.
/// </summary>
internal interface IStagedMail : IAsyncDisposable
{
    /// <summary>
    /// Sends the last line and waits for the relay's answer. Can't be cancelled: between the two it is unknown whether
    /// the relay has accepted the message; only the relay's silence ends it.
    /// </summary>
    Task<MailOutcome> FinishAsync();
}
