using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Testing.Mail;

/// <summary>A message as smtp-sink kept it: its envelope as X- headers, then the message.</summary>
/// <param name="Recipient">Of the envelope.</param>
/// <param name="MessageId">Without its angle brackets.</param>
/// <param name="Attachment">The PDF that it brings; empty where it brings none.</param>
/// <param name="Code">The one-time code that it brings, as it is typed in; else null.</param>
public sealed partial record SunkMail(string Recipient, string MessageId, byte[] Attachment, string? Code)
{
    /// <summary>Reads a kept message; null when it is still being written or was cut off before its end.</summary>
    public static SunkMail? Read(string path)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path)).ReplaceLineEndings("\n");
        return TextOf(text) ?? MailOf(text);
    }

    private static SunkMail? MailOf(string text)
    {
        var recipient = RecipientLine().Match(text);
        var messageId = MessageIdLine().Match(text);
        var boundary = Boundary().Match(text);
        if (!recipient.Success || !messageId.Success || !boundary.Success
            || !text.TrimEnd().EndsWith($"--{boundary.Groups[1].Value}--", StringComparison.Ordinal))
        {
            return null;
        }

        var attachment = PdfPart().Match(text);
        var code = CodeLine().Match(text);
        return new SunkMail(
            recipient.Groups[1].Value,
            messageId.Groups[1].Value,
            Convert.FromBase64String(attachment.Groups[1].Value.Replace("\n", "", StringComparison.Ordinal)),
            code.Success ? code.Groups[1].Value : null);
    }

    // A text message has one part and ends with the line that lets the telephone fill in its code.
    private static SunkMail? TextOf(string text) => TextEnd().Match(text) is { Success: true } end
        ? new SunkMail(
            RecipientLine().Match(text).Groups[1].Value,
            MessageIdLine().Match(text).Groups[1].Value,
            [],
            end.Groups[1].Value)
        : null;

    [GeneratedRegex(@"^X-Rcpt-Args: <([^>]+)>", RegexOptions.Multiline)]
    private static partial Regex RecipientLine();

    [GeneratedRegex(@"^Message-ID:\s+<([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageIdLine();

    [GeneratedRegex("boundary=\"?([^\";\n]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"Content-Type: application/pdf(?:.*\n)+?\n([A-Za-z0-9+/=\n]+)\n--", RegexOptions.IgnoreCase)]
    private static partial Regex PdfPart();

    [GeneratedRegex(@"^@\S+ #(\d+)\s*\z", RegexOptions.Multiline)]
    private static partial Regex TextEnd();

    // It stands on a line of its own, in two halves.
    [GeneratedRegex(@"^ {4}(\d{4} \d{4})$", RegexOptions.Multiline)]
    private static partial Regex CodeLine();
}
