using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>
/// The characters of one document that are not in a font's main alphabet, numbered in the order of their first use.
/// A character that the font lacks gets a number of its own too: it looks like a replacement and extracts as itself.
/// </summary>
internal sealed class FallbackFont
{
    private readonly Dictionary<Rune, int> _numbers = [];
    private readonly List<(Rune Character, int Width)> _characters = [];
    private readonly FontSubset _subset;

    public FallbackFont(PdfFont font)
    {
        Font = font;
        _subset = new FontSubset(font.Face);
    }

    public PdfFont Font { get; }

    /// <summary>Short name in the document's content.</summary>
    public string Resource => Font.Resource + "x";

    /// <summary>Characters and widths (thousandths of the size) by number, from 1.</summary>
    public IReadOnlyList<(Rune Character, int Width)> Characters => _characters;

    public int NumberOf(Rune character)
    {
        if (!_numbers.TryGetValue(character, out var number))
        {
            var glyph = Font.GlyphOrReplacement(character);
            number = _subset.Add(glyph);
            _numbers.Add(character, number);
            _characters.Add((character, Font.ToThousandths(Font.Face.AdvanceOf(glyph))));
        }

        return number;
    }

    public byte[] ToProgram() => _subset.ToProgram();
}
