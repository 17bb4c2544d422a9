using System.Buffers;

namespace Portal.Notification.Smtp;

/// <summary>Turns a message's octets into what may follow DATA.</summary>
internal static class MessageContent
{
    private const int MaxLineOctets = 998;

    /// <summary>
    /// Copies a message, doubling the dot at the beginning of a line (RFC 5321, section 4.5.2).
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A line does not end in CRLF, holds a CR or LF of its own, or is too long. Relays disagree on what such lines
    /// mean, which has been used to smuggle a second message in; so none ever leaves.
    /// </exception>
    public static void WriteDotStuffed(IBufferWriter<byte> output, ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            if (end is < 0 or > MaxLineOctets || end + 1 == message.Length || message[end] != '\r'
                || message[end + 1] != '\n')
            {
                throw new InvalidOperationException("A line of the message does not end in CRLF within 998 octets.");
            }

            if (message[0] == '.')
            {
                output.Write("."u8);
            }

            output.Write(message[..(end + 2)]);
            message = message[(end + 2)..];
        }
    }
}
