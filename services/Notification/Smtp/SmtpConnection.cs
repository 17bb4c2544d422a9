using System.Buffers;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>A connection that is ready for messages, one after another.</summary>
internal sealed class SmtpConnection(SmtpChannel channel, SmtpCapabilities capabilities, SmtpTimeouts timeouts)
    : IAsyncDisposable
{
    private const int StartData = 354;
    private const int ClosingDown = 421;
    private const int FirstCapacity = 64 * 1024;

    // The relay wants a login, or a better one, or TLS (RFC 4954, section 6; RFC 3207, section 4): that is about us,
    // not about the message.
    private static readonly int[] RelationRefused = [530, 534, 535, 538];

    private readonly ArrayBufferWriter<byte> _content = new(FirstCapacity);

    /// <summary>Whether the relay has hung up, or said that it will, since the last message.</summary>
    public bool IsStale => channel.HasSpokenUnasked;

    /// <summary>
    /// Hands over everything of a message but its last line.
    /// </summary>
    /// <returns>null when the relay waits for the last line, else how it ended.</returns>
    /// <exception cref="SmtpProtocolException">The connection is of no more use.</exception>
    public async Task<MailOutcome?> StageAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (message.NeedsSmtpUtf8 && !capabilities.SmtpUtf8)
        {
            return new MailOutcome.Refused(
                $"The address {message.To.Address} has letters beyond ASCII before the @, which the relay can't "
                + "carry: it does not "
                + "offer SMTPUTF8 (RFC 6531). Ask for another address.");
        }

        _content.ResetWrittenCount();
        var eightBit = MimeWriter.Write(_content, message, capabilities.EightBitMime);
        string[] commands = [Mail(message, eightBit), $"RCPT TO:<{message.To.Address}>", "DATA"];
        var refusal = capabilities.Pipelining
            ? await AskTogetherAsync(commands, cancellationToken)
            : await AskInTurnAsync(commands, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        MessageContent.WriteDotStuffed(channel.Output, _content.WrittenSpan);
        await channel.FlushAsync(timeouts.DataBlock, cancellationToken);
        return null;
    }

    /// <summary>Sends the last line of the message that was handed over, and waits for the relay's answer.</summary>
    /// <exception cref="SmtpProtocolException">It is unknown whether the relay has accepted the message.</exception>
    public async Task<MailOutcome> FinishAsync()
    {
        channel.Write(".");
        await channel.FlushAsync(timeouts.DataBlock, CancellationToken.None);
        var reply = await channel.ReadAsync(timeouts.DataTermination, CancellationToken.None);
        return reply.IsDone ? new MailOutcome.Accepted(reply.Text) : RefusalOf(reply);
    }

    /// <summary>Says farewell; whether it is heard does not matter.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await channel.AskAsync("QUIT", timeouts.Quit, CancellationToken.None);
        }
        catch (SmtpProtocolException)
        {
            // The relay was faster.
        }

        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    private string Mail(MailMessage message, bool eightBit) =>
        $"MAIL FROM:<{message.From.Address}>"
        + (capabilities.Size ? $" SIZE={_content.WrittenCount}" : "")
        + (eightBit && capabilities.EightBitMime ? " BODY=8BITMIME" : "")
        + (message.NeedsSmtpUtf8 ? " SMTPUTF8" : "");

    private async Task<MailOutcome?> AskTogetherAsync(string[] commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            channel.Write(command);
        }

        await channel.FlushAsync(timeouts.Command, cancellationToken);
        var replies = new SmtpReply[commands.Length];
        for (var i = 0; i < commands.Length; i++)
        {
            replies[i] = await channel.ReadAsync(TimeoutOf(commands[i]), cancellationToken);
        }

        var refused = Array.FindIndex(replies, reply => !IsPositive(reply));
        if (refused < 0)
        {
            return null;
        }

        var outcome = RefusalOf(replies[refused], isMail: refused == 0);
        if (replies[^1].Code == StartData)
        {
            // DATA was accepted although no recipient was; an empty message ends it (RFC 2920, section 3.1).
            await channel.AskAsync(".", timeouts.DataTermination, cancellationToken);
        }

        await ResetAsync(cancellationToken);
        return outcome;
    }

    private async Task<MailOutcome?> AskInTurnAsync(string[] commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            var reply = await channel.AskAsync(command, TimeoutOf(command), cancellationToken);
            if (!IsPositive(reply))
            {
                var outcome = RefusalOf(reply, isMail: command == commands[0]);
                await ResetAsync(cancellationToken);
                return outcome;
            }
        }

        return null;
    }

    private async Task ResetAsync(CancellationToken cancellationToken)
    {
        var reply = await channel.AskAsync("RSET", timeouts.Command, cancellationToken);
        if (!reply.IsDone)
        {
            throw new SmtpProtocolException($"The relay refused to start anew: {reply.Text}");
        }
    }

    private TimeSpan TimeoutOf(string command) => command == "DATA" ? timeouts.DataInitiation : timeouts.Command;

    private static bool IsPositive(SmtpReply reply) => reply.IsDone || reply.Code == StartData;

    private static MailOutcome RefusalOf(SmtpReply reply, bool isMail = false) => reply switch
    {
        { Code: ClosingDown } => throw new SmtpProtocolException($"The relay closes the connection: {reply.Text}"),
        _ when isMail && RelationRefused.Contains(reply.Code) => new MailOutcome.Unavailable(reply.Text),
        { IsTransient: true } => new MailOutcome.Deferred(reply.Text),
        { IsPermanent: true } => new MailOutcome.Refused(reply.Text),
        _ => throw new SmtpProtocolException($"The relay gave an answer that fits no question: {reply.Text}"),
    };
}
