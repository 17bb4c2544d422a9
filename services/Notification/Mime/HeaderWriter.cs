using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// Writes header fields, folded at blanks to lines of at most 76 characters where a blank allows (RFC 5322, section
/// 2.2.3). Takes only types that can't hold a line break.
/// </summary>
internal sealed class HeaderWriter(IBufferWriter<byte> output)
{
    private const int MaxLine = 76;
    private const string AtomSymbols = "!#$%&'*+-/=?^_`{|}~";

    private int _column;

    /// <summary>Ends the header.</summary>
    public void End() => output.Write("\r\n"u8);

    /// <summary>A field whose value the program itself decides.</summary>
    public void Fixed(string name, string value) => output.Write(Encoding.ASCII.GetBytes($"{name}: {value}\r\n"));

    /// <summary>Instant in the form of RFC 5322, section 3.3.</summary>
    public void Date(string name, DateTimeOffset instant) => Fixed(
        name, instant.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));

    /// <summary>Unstructured text such as a subject.</summary>
    public void Text(string name, HeaderText text)
    {
        Begin(name);
        Words(text.Value, NeedsEncoding(text.Value) ? Encoded(text.Value) : text.Value.Split(' '));
        Finish();
    }

    /// <summary>One mailbox, its name as atoms, a quoted string or encoded words.</summary>
    public void Mailbox(string name, Mailbox mailbox)
    {
        Begin(name);
        if (mailbox.Name.Value.Length == 0)
        {
            Token(mailbox.Address.ToString());
        }
        else
        {
            Words(mailbox.Name.Value, Phrase(mailbox.Name.Value));
            Token($"<{mailbox.Address}>");
        }

        Finish();
    }

    /// <summary>Content-Disposition of an attachment with its file name (RFC 2183, RFC 2231).</summary>
    public void Attachment(HeaderText fileName)
    {
        Begin("Content-Disposition");
        Token("attachment;");
        foreach (var parameter in FileNameParameter.Write(fileName))
        {
            Token(parameter);
        }

        Finish();
    }

    private void Begin(string name)
    {
        Raw(name + ":");
        _column = name.Length + 1;
    }

    private void Finish() => output.Write("\r\n"u8);

    private void Words(string text, IEnumerable<string> words)
    {
        if (text.Length == 0)
        {
            return;
        }

        foreach (var word in words)
        {
            Token(word);
        }
    }

    private void Token(string token)
    {
        if (_column + 1 + token.Length > MaxLine)
        {
            Raw("\r\n");
            _column = 0;
        }

        Raw(" " + token);
        _column += 1 + token.Length;
    }

    private IEnumerable<string> Encoded(string text) => EncodedWords.Encode(text, MaxLine - _column - 1);

    private IEnumerable<string> Phrase(string name)
    {
        if (NeedsEncoding(name))
        {
            return Encoded(name);
        }

        return name.All(
            c => c == ' ' || char.IsAsciiLetterOrDigit(c) || AtomSymbols.Contains(c, StringComparison.Ordinal))
            ? name.Split(' ')
            : ('"' + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"').Split(' ');
    }

    // What looks like an encoded word is encoded, so that it is shown as it was typed; so is a word too long for a
    // line.
    private static bool NeedsEncoding(string text) =>
        !Ascii.IsValid(text)
        || text.Contains("=?", StringComparison.Ordinal)
        || text.Split(' ').Any(word => word.Length > MaxLine / 2);

    private void Raw(string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
