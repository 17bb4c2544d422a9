using System.Globalization;
using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>What of a text leaves a mark on paper, whatever it holds.</summary>
internal static class DrawnCharacters
{
    /// <summary>Takes the first character off a text.</summary>
    /// <param name="text">The rest of the text, not empty; moved behind the character.</param>
    /// <param name="character">
    /// What is to be drawn: any blank as a space, a control character or half a surrogate pair as U+FFFD.
    /// </param>
    /// <returns>False for characters without a shape, such as joiners and marks of direction.</returns>
    public static bool TryTake(ref ReadOnlySpan<char> text, out Rune character)
    {
        Rune.DecodeFromUtf16(text, out character, out var length);
        text = text[length..];
        switch (Rune.GetUnicodeCategory(character))
        {
            case UnicodeCategory.Control when !Rune.IsWhiteSpace(character):
                character = Rune.ReplacementChar;
                return true;
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator:
                character = new Rune(' ');
                return true;
            case UnicodeCategory.Format:
                return false;
            default:
                return true;
        }
    }
}
