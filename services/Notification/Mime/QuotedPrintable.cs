using System.Buffers;

namespace Portal.Notification.Mime;

/// <summary>
/// Quoted-printable (RFC 2045, section 6.7) for text whose relay takes only seven bits, or whose lines are long.
/// </summary>
internal static class QuotedPrintable
{
    private const int MaxLine = 76;
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Writes text whose lines end in CRLF.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                output.Write("\r\n"u8);
                column = 0;
                i++;
                continue;
            }

            var lineEnds = i + 1 == text.Length || text[i + 1] == '\r';
            var plain = text[i] is (> 32 and < 127 and not (byte)'=') || (text[i] is 32 or 9 && !lineEnds);
            var width = plain ? 1 : 3;
            if (column + width > (lineEnds ? MaxLine : MaxLine - 1))
            {
                output.Write("=\r\n"u8);
                column = 0;
            }

            column += width;
            WriteOctet(output, text[i], plain);
        }
    }

    private static void WriteOctet(IBufferWriter<byte> output, byte octet, bool plain)
    {
        if (plain)
        {
            output.Write([octet]);
        }
        else
        {
            output.Write([(byte)'=', (byte)Digits[octet >> 4], (byte)Digits[octet & 15]]);
        }
    }
}
