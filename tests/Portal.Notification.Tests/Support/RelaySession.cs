using System.Text;

namespace Portal.Notification.Tests.Support;

/// <summary>One client's conversation with a <see cref="Relay"/>.</summary>
internal sealed class RelaySession(Relay relay, Stream stream, CancellationToken stop)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isProtected;
    private string[] _loginSteps = [];

    public async Task RunAsync()
    {
        if (relay.TlsFromTheStart)
        {
            await ProtectAsync();
        }

        if (!await AnswerAsync(Relay.Greeting, "220 relay.test ESMTP"))
        {
            return;
        }

        while (await ReadLineAsync() is { } line)
        {
            relay.LongestPipeline = Math.Max(
                relay.LongestPipeline, 1 + _buffer.AsSpan(_start, _end - _start).Count((byte)'\n'));
            var command = Encoding.UTF8.GetString(line);
            relay.Commands.Enqueue(command);
            await relay.Before(command);
            if (!await CarryOutAsync(command))
            {
                return;
            }
        }
    }

    private async Task<bool> CarryOutAsync(string command)
    {
        var verb = command.Split(' ', ':')[0];
        if (_loginSteps.Length > 0)
        {
            var usual = _loginSteps[0];
            _loginSteps = _loginSteps[1..];
            return await AnswerAsync(command, usual);
        }

        switch (verb)
        {
            case "EHLO":
                var offers = _isProtected ? relay.OffersInTls ?? relay.Offers : relay.Offers;
                string[] lines = ["relay.test", .. offers];
                return await AnswerAsync(
                    command,
                    string.Join("\r\n", lines.Select((line, i) => $"250{(i < lines.Length - 1 ? '-' : ' ')}{line}")));
            case "STARTTLS":
                var ready = relay.Script(command) ?? "220 go ahead";
                await TellAsync(ready);
                if (ready.StartsWith("220", StringComparison.Ordinal))
                {
                    await ProtectAsync();
                }

                return true;
            case "AUTH" when command == "AUTH LOGIN":
                _loginSteps = ["334 UGFzc3dvcmQ6", "235 welcome"];
                return await AnswerAsync(command, "334 VXNlcm5hbWU6");
            case "AUTH":
                return await AnswerAsync(command, "235 welcome");
            case "DATA":
                return relay.Script(command) is { } refusal ? await TellAsync(refusal) : await TakeContentAsync();
            case "QUIT":
                await AnswerAsync(command, "221 bye");
                return false;
            default:
                return await AnswerAsync(command, "250 ok");
        }
    }

    private async Task<bool> TakeContentAsync()
    {
        await SendAsync("354 go on");
        var content = new MemoryStream();
        var first = true;
        while (await ReadLineAsync() is { } line)
        {
            if (line is [(byte)'.'])
            {
                var answer = content.Length == 0 ? "554 5.5.1 No valid recipients" : relay.Script(Relay.End);
                relay.Offered.Enqueue(content.ToArray());
                if (answer is null)
                {
                    relay.Accepted.Enqueue(content.ToArray());
                }

                return await TellAsync(answer ?? "250 2.0.0 queued");
            }

            content.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            content.Write("\r\n"u8);
            if (first && relay.Script(Relay.Content) == Relay.HangUp)
            {
                return false;
            }

            first = false;
        }

        return false;
    }

    private Task<bool> AnswerAsync(string command, string usual) => TellAsync(relay.Script(command) ?? usual);

    private async Task<bool> TellAsync(string answer)
    {
        if (answer == Relay.Silence)
        {
            await Task.Delay(Timeout.Infinite, stop);
        }

        if (answer == Relay.HangUp)
        {
            return false;
        }

        await SendAsync(answer);
        return true;
    }

    private async Task SendAsync(string answer) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop);

    private async Task ProtectAsync()
    {
        stream = await relay.ProtectAsync(stream);
        _isProtected = true;
        (_start, _end) = (0, 0);
    }

    private async Task<byte[]?> ReadLineAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = _buffer.AsSpan(_start, length).ToArray();
                _start += length + 2;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), stop);
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }
}
