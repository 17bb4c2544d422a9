using System.Globalization;
using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// Text of one line for a header: no line break, no other control, no half of a character, whatever it was made of.
/// Everything a stranger may have typed goes through this type before it reaches a header.
/// </summary>
internal readonly record struct HeaderText
{
    private readonly string? _value;

    private HeaderText(string value) => _value = value;

    /// <summary>The text; blanks are single and never at an end.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>
    /// Makes header text of any text. Line breaks, other controls and invisible direction marks become blanks, halves
    /// of surrogate pairs become U+FFFD, runs of blanks become one.
    /// </summary>
    public static HeaderText From(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune))
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return new HeaderText(line.ToString().TrimEnd(' '));
    }

    /// <summary>Whether text is free of halves of surrogate pairs.</summary>
    public static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    public override string ToString() => Value;

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
