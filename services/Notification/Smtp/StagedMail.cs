namespace Portal.Notification.Smtp;

/// <summary>A message that waits on one of the transport's connections for its last line.</summary>
internal sealed class StagedMail(SmtpTransport transport, SmtpConnection connection) : IStagedMail
{
    private bool _reusable;
    private bool _released;

    public async Task<MailOutcome> FinishAsync()
    {
        try
        {
            var outcome = await connection.FinishAsync();
            _reusable = true;
            return outcome;
        }
        catch (SmtpProtocolException failure)
        {
            return new MailOutcome.Deferred(
                $"It is not known whether the relay accepted the message. {failure.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_released)
        {
            _released = true;
            await transport.ReleaseAsync(connection, _reusable);
        }
    }
}
