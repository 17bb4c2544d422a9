using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>
/// A font as documents use it. The characters of its main alphabet are embedded once and cost one byte each; any
/// other character that the font has is embedded in the documents that need it. Immutable, shared between threads.
/// </summary>
public sealed class PdfFont
{
    /// <summary>Printable ASCII.</summary>
    public const string Ascii =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private readonly byte[] _codes = new byte[0x2180];
    private readonly int[] _widths = new int[256];

    /// <param name="resource">Short name in the documents' content, such as F1; unique within a template.</param>
    /// <param name="name">PostScript name of the font.</param>
    /// <param name="face">The font.</param>
    /// <param name="alphabet">The main alphabet: characters of Windows code page 1252 that the font has.</param>
    /// <exception cref="ArgumentException">
    /// A character of the alphabet is not in the code page or not in the font.
    /// </exception>
    public PdfFont(string resource, string name, TrueTypeFont face, string alphabet)
    {
        Resource = resource;
        Name = name;
        Face = face;
        var subset = new FontSubset(face);
        var map = new SortedDictionary<char, int>();
        foreach (var character in alphabet.Distinct().Order())
        {
            var code = WinAnsi.CodeOf(character);
            var glyph = face.GlyphOf(new Rune(character));
            if (code == 0 || glyph == 0)
            {
                throw new ArgumentException(
                    $"U+{(int)character:X4} can't be in the main alphabet of {name}.", nameof(alphabet));
            }

            _codes[character] = code;
            _widths[code] = ToThousandths(face.AdvanceOf(glyph));
            map.Add(character, subset.Add(glyph));
        }

        Program = subset.ToProgram(CharacterMapWriter.Write(map));
        Tag = SubsetTag.Of(Program);
    }

    public string Resource { get; }

    public string Name { get; }

    public TrueTypeFont Face { get; }

    /// <summary>Prefix of the embedded font's name that tells it from other subsets (ISO 32000-1, 9.6.4).</summary>
    internal string Tag { get; }

    internal byte[] Program { get; }

    /// <summary>Widths by code in thousandths of the size, 0 where the code is unused.</summary>
    internal ReadOnlySpan<int> Widths => _widths;

    /// <summary>Width of a text.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Size of the font in points.</param>
    /// <returns>Points.</returns>
    public double Measure(ReadOnlySpan<char> text, double size)
    {
        var sum = 0;
        while (!text.IsEmpty)
        {
            sum += TakeWidth(ref text);
        }

        return sum * size / 1000;
    }

    /// <summary>Takes one character off a text and answers its width in thousandths of the size.</summary>
    internal int TakeWidth(ref ReadOnlySpan<char> text)
    {
        if (CodeOf(text[0]) is not 0 and var code)
        {
            text = text[1..];
            return _widths[code];
        }

        if (!DrawnCharacters.TryTake(ref text, out var character))
        {
            return 0;
        }

        return character.IsBmp && CodeOf((char)character.Value) is not 0 and var plain
            ? _widths[plain]
            : ToThousandths(Face.AdvanceOf(GlyphOrReplacement(character)));
    }

    /// <summary>Code of a character of the main alphabet, 0 for any other.</summary>
    internal byte CodeOf(char character) => character < _codes.Length ? _codes[character] : (byte)0;

    /// <summary>The glyph of a character, or one that shows visibly that the font has none.</summary>
    internal int GlyphOrReplacement(Rune character) => Face.GlyphOf(character) is not 0 and var glyph
        ? glyph
        : Face.GlyphOf(Rune.ReplacementChar);

    internal int ToThousandths(int fontUnits) => (int)Math.Round(fontUnits * 1000.0 / Face.UnitsPerEm);
}
