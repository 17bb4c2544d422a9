using System.Globalization;
using System.Text;

namespace Portal.Insurance;

/// <summary>
/// Text as people mean it, whatever their keyboard: what they search by, and what tells whether two spellings are one
/// name. Never for what has to be the same by the letter, such as a mail address.
/// </summary>
public static class TextFolding
{
    private const char Refused = '\ufffe';

    /// <summary>
    /// The text in lower case, without accents, ligatures and compatibility forms (Unicode Standard Annex 15, NFKD),
    /// letters that Unicode does not take apart as CLDR's Latin-ASCII transform writes them, quotes and dashes as
    /// keyboards have them, and without what is invisible. Folding twice is folding once. Half of a surrogate pair and
    /// U+FFFE become U+FFFD.
    /// </summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsDropped(rune))
            {
                // By way of the capital, which small letters of two shapes share, such as the sigma within a word and
                // at its end.
                Append(folded, Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)));
            }
        }

        return folded.ToString();
    }

    // What ICU refuses to take apart.
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains(Refused, StringComparison.Ordinal))
        {
            return text;
        }

        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value == Refused ? Rune.ReplacementChar : rune);
        }

        return sound.ToString();
    }

    private static bool IsDropped(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format;

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ß': folded.Append("ss"); break;
            case 'þ': folded.Append("th"); break;
            default: folded.Append(Plain(rune)); break;
        }
    }

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        'ƀ' or 'ɓ' => new Rune('b'),
        'ƈ' => new Rune('c'),
        'đ' or 'ð' or 'ɖ' or 'ɗ' => new Rune('d'),
        'ƒ' => new Rune('f'),
        'ǥ' or 'ɠ' => new Rune('g'),
        'ħ' => new Rune('h'),
        'ı' or 'ɨ' => new Rune('i'),
        'ȷ' => new Rune('j'),
        'ƙ' => new Rune('k'),
        'ł' or 'ƚ' => new Rune('l'),
        'ŋ' or 'ɲ' => new Rune('n'),
        'ø' or 'ɵ' => new Rune('o'),
        'ĸ' => new Rune('q'),
        'ŧ' or 'ƭ' => new Rune('t'),
        'ʉ' => new Rune('u'),
        'ƴ' => new Rune('y'),
        'ƶ' => new Rune('z'),
        '\u2018' or '\u2019' or '\u02bb' or '\u02bc' or '\u2032' => new Rune('\''),
        '\u201c' or '\u201d' => new Rune('"'),
        '\u2010' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => new Rune('-'),
        _ => rune,
    };
}
