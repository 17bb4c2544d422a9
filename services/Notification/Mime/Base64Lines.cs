using System.Buffers;
using System.Buffers.Text;

namespace Portal.Notification.Mime;

/// <summary>Base64 in lines of 76 characters (RFC 2045, section 6.8).</summary>
internal static class Base64Lines
{
    private const int OctetsALine = 57;
    private const int LineLength = 76;

    /// <summary>Writes the content; each line, the last too, ends in CRLF.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var octets = Math.Min(OctetsALine, content.Length);
            var line = output.GetSpan(LineLength + 2);
            Base64.EncodeToUtf8(content[..octets], line, out _, out var written);
            "\r\n"u8.CopyTo(line[written..]);
            output.Advance(written + 2);
            content = content[octets..];
        }
    }
}
