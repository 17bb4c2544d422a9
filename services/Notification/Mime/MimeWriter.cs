using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// Writes a message: a text, or a multipart/alternative of text and HTML, and around it a multipart/mixed where a PDF
/// is attached (RFC 2046). Every line ends in CRLF.
/// </summary>
internal static class MimeWriter
{
    private const int MaxLineOctets = 998;

    /// <summary>
    /// Writes a message.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="allowEightBit">Whether the relay takes eight bits (8BITMIME); else text is made seven bits.</param>
    /// <returns>Whether eight bits were used.</returns>
    public static bool Write(IBufferWriter<byte> output, MailMessage message, bool allowEightBit)
    {
        var header = new HeaderWriter(output);
        header.Date("Date", message.Date);
        header.Mailbox("From", message.From);
        if (message.ReplyTo is not null)
        {
            header.Mailbox("Reply-To", message.ReplyTo);
        }

        header.Mailbox("To", message.To);
        if (message.Subject is { } subject)
        {
            header.Text("Subject", subject);
        }

        header.Fixed("Message-ID", message.Id.ToString());
        // RFC 3834: keeps vacation notices from answering.
        header.Fixed("Auto-Submitted", "auto-generated");
        header.Fixed("MIME-Version", "1.0");
        var eightBit = message.Attachment is { } pdf
            ? Mixed(output, header, message, pdf, allowEightBit)
            : Body(output, header, message, allowEightBit);
        return eightBit || message.NeedsSmtpUtf8;
    }

    private static bool Mixed(
        IBufferWriter<byte> output, HeaderWriter header, MailMessage message, PdfAttachment pdf, bool allowEightBit)
    {
        var mixed = Begin(header, "mixed");
        Delimiter(output, mixed, last: false);
        var eightBit = Body(output, header, message, allowEightBit);

        Delimiter(output, mixed, last: false);
        header.Fixed("Content-Type", "application/pdf");
        header.Attachment(pdf.FileName);
        header.Fixed("Content-Transfer-Encoding", "base64");
        header.End();
        Base64Lines.Write(output, pdf.Content.Span);
        Delimiter(output, mixed, last: true);
        return eightBit;
    }

    private static bool Body(IBufferWriter<byte> output, HeaderWriter header, MailMessage message, bool allowEightBit)
    {
        if (message.Html is not { } html)
        {
            return Text(output, header, "text/plain", message.Text, allowEightBit);
        }

        var alternative = Begin(header, "alternative");
        Delimiter(output, alternative, last: false);
        var eightBit = Text(output, header, "text/plain", message.Text, allowEightBit);
        Delimiter(output, alternative, last: false);
        eightBit |= Text(output, header, "text/html", html, allowEightBit);
        Delimiter(output, alternative, last: true);
        return eightBit;
    }

    private static bool Text(
        IBufferWriter<byte> output, HeaderWriter header, string type, string text, bool allowEightBit)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n").Replace("\0", "", StringComparison.Ordinal));
        var encoding = EncodingOf(bytes, allowEightBit);
        header.Fixed("Content-Type", type + "; charset=utf-8");
        header.Fixed("Content-Transfer-Encoding", encoding);
        header.End();
        if (encoding == "quoted-printable")
        {
            QuotedPrintable.Write(output, bytes);
        }
        else
        {
            output.Write(bytes);
        }

        output.Write("\r\n"u8);
        return encoding == "8bit";
    }

    private static string EncodingOf(ReadOnlySpan<byte> text, bool allowEightBit)
    {
        var longest = 0;
        foreach (var line in text.Split((byte)'\n'))
        {
            longest = Math.Max(longest, line.End.GetOffset(text.Length) - line.Start.GetOffset(text.Length));
        }

        var fits = longest < MaxLineOctets;
        return fits && Ascii.IsValid(text) ? "7bit" : fits && allowEightBit ? "8bit" : "quoted-printable";
    }

    /// <summary>Begins a multipart and ends its header.</summary>
    /// <returns>The boundary: random, so that no text can be made to hold it.</returns>
    private static string Begin(HeaderWriter header, string subtype)
    {
        var boundary = "=_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        header.Fixed("Content-Type", $"multipart/{subtype};\r\n boundary=\"{boundary}\"");
        header.End();
        return boundary;
    }

    private static void Delimiter(IBufferWriter<byte> output, string boundary, bool last) =>
        output.Write(Encoding.ASCII.GetBytes($"--{boundary}{(last ? "--" : "")}\r\n"));
}
