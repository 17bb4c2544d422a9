namespace Portal.Pdf.Fonts;

/// <summary>WinAnsiEncoding (ISO 32000-1, annex D): one byte a character, that of Windows code page 1252.</summary>
internal static class WinAnsi
{
    private const string High =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0" +
        "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>
    /// The code of a character, or 0 where the encoding has none (blanks other than the space have none here).
    /// </summary>
    public static byte CodeOf(char character) => character switch
    {
        >= ' ' and <= '~' or (> '\u00A0' and <= '\u00FF' and not '\u00AD') => (byte)character,
        > '\u00FF' when High.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at => (byte)(0x80 + at),
        _ => 0,
    };
}
