namespace Portal.Pdf.Content;

/// <summary>String objects (ISO 32000-1, 7.3.4 and 7.9.2).</summary>
internal static class PdfString
{
    private static readonly System.Buffers.SearchValues<char> Printable = System.Buffers.SearchValues.Create(
        Fonts.PdfFont.Ascii);

    /// <summary>A text string: ASCII as it is, anything else in UTF-16 with its byte order mark.</summary>
    public static PdfBuffer AddText(this PdfBuffer buffer, string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Printable))
        {
            buffer.Add("<FEFF"u8).AddUtf16Hex(text).Add((byte)'>');
            return buffer;
        }

        buffer.Add((byte)'(');
        foreach (var character in text)
        {
            buffer.AddEscaped((byte)character);
        }

        return buffer.Add((byte)')');
    }

    /// <summary>UTF-16 in hexadecimal; half of a surrogate pair becomes U+FFFD.</summary>
    public static PdfBuffer AddUtf16Hex(this PdfBuffer buffer, ReadOnlySpan<char> text)
    {
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf16(units);
            foreach (var unit in units[..count])
            {
                buffer.AddHex(unit);
            }
        }

        return buffer;
    }

    /// <summary>One byte within a literal string.</summary>
    public static void AddEscaped(this PdfBuffer buffer, byte code)
    {
        if (code is (byte)'(' or (byte)')' or (byte)'\\')
        {
            buffer.Add((byte)'\\');
        }

        buffer.Add(code);
    }
}
