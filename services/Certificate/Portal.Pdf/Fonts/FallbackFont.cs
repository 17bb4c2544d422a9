using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>
/// The characters of one document that are not in a font's main alphabet, numbered in the order of their first use.
/// A character that the font lacks gets a number of its own too: it looks like a replacement and extracts as itself.
/// </summary>
internal sealed class FallbackFont
{
    private readonly Dictionary<Rune, int> numbers = [];
    private readonly List<(Rune Character, int Width)> characters = [];
    private readonly FontSubset subset;

    public FallbackFont(PdfFont font)
    {
        Font = font;
        subset = new FontSubset(font.Face);
    }

    public PdfFont Font { get; }

    /// <summary>Short name in the document's content.</summary>
    public string Resource => Font.Resource + "x";

    /// <summary>Characters and widths (thousandths of the size) by number, from 1.</summary>
    public IReadOnlyList<(Rune Character, int Width)> Characters => characters;

    public int NumberOf(Rune character)
    {
        if (!numbers.TryGetValue(character, out var number))
        {
            var glyph = Font.GlyphOrReplacement(character);
            number = subset.Add(glyph);
            numbers.Add(character, number);
            characters.Add((character, Font.ToThousandths(Font.Face.AdvanceOf(glyph))));
        }

        return number;
    }

    public byte[] ToProgram() => subset.ToProgram();
}
