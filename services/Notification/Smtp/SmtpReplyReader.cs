using System.Text;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>
/// Reads replies off a connection. Lines may be longer than the 512 octets of RFC 5321, section 4.5.3.1.5, since relays
/// do that, but neither a line nor a reply may grow without end.
/// </summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    private const int MaxLine = 2048;
    private const int MaxLines = 100;

    private readonly byte[] _buffer = new byte[MaxLine];
    private int _start;
    private int _end;

    /// <summary>Whether the relay has said more than was asked of it so far.</summary>
    public bool HasBuffered => _end > _start;

    /// <summary>The next reply.</summary>
    /// <exception cref="SmtpProtocolException">It is not a reply, or the connection ended.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>(1);
        var firstCode = 0;
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            var (code, more) = Parse(line);
            if (lines.Count > 0 && code != firstCode)
            {
                throw new SmtpProtocolException("The relay changed the code within one reply.");
            }

            firstCode = code;
            lines.Add(line.Length > 4 ? HeaderText.From(line[4..]).Value : string.Empty);
            if (!more)
            {
                return new SmtpReply(code, lines);
            }

            if (lines.Count == MaxLines)
            {
                throw new SmtpProtocolException($"The relay's reply has more than {MaxLines} lines.");
            }
        }
    }

    private static (int Code, bool More) Parse(string line) =>
        line.Length >= 3 && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-')
            ? (((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0'), line.Length > 3 && line[3] == '-')
            : throw new SmtpProtocolException("The relay's answer is not an SMTP reply; is Smtp__Port right?");

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, searched + found - _start);
                _start = searched + found + 1;
                return line.TrimEnd('\r');
            }

            Compact();
            searched = _end;
            if (_end == _buffer.Length)
            {
                throw new SmtpProtocolException($"A line of the relay's reply is longer than {MaxLine} octets.");
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                throw new SmtpProtocolException("The relay closed the connection.");
            }

            _end += read;
        }
    }

    private void Compact()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
    }
}
