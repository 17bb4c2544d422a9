namespace Portal.Notification.Smtp;

/// <summary>A message that waits on one of the transport's connections for its last line.</summary>
internal sealed class StagedMail(SmtpTransport transport, SmtpConnection connection) : IStagedMail
{
    private bool reusable;
    private bool released;

    public async Task<MailOutcome> FinishAsync()
    {
        try
        {
            var outcome = await connection.FinishAsync();
            reusable = true;
            return outcome;
        }
        catch (SmtpProtocolException failure)
        {
            return new MailOutcome.Deferred($"It is not known whether the relay accepted the message. {failure.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!released)
        {
            released = true;
            await transport.ReleaseAsync(connection, reusable);
        }
    }
}
