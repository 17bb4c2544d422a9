using System.Buffers.Binary;
using System.Text;

namespace Portal.Pdf.Fonts;

/// <summary>
/// A TrueType font (glyf outlines) as ISO/IEC 14496-22 lays it out, read for what a PDF needs: which glyph draws a
/// character, how far it advances, its outline. Immutable; lengths are in font units unless said otherwise.
/// </summary>
public sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);
    private readonly CharacterMap _characters;
    private readonly int _longMetrics;
    private readonly bool _longOffsets;

    /// <param name="data">The whole font file; not copied, so it must not change afterwards.</param>
    /// <exception cref="InvalidDataException">The file is no TrueType font with glyf outlines.</exception>
    public TrueTypeFont(byte[] data)
    {
        _data = data;
        try
        {
            for (var i = 0; i < UInt16(data, 4); i++)
            {
                var record = 12 + (i * 16);
                var start = (int)UInt32(data, record + 8);
                _tables[Encoding.ASCII.GetString(data, record, 4)] = start..(start + (int)UInt32(data, record + 12));
            }

            var head = Table("head");
            UnitsPerEm = UInt16(head, 18);
            Box = new FontBox(Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42));
            _longOffsets = Int16(head, 50) == 1;
            Ascent = Int16(Table("hhea"), 4);
            Descent = Int16(Table("hhea"), 6);
            _longMetrics = UInt16(Table("hhea"), 34);
            GlyphCount = UInt16(Table("maxp"), 4);
            Weight = UInt16(Table("OS/2"), 4);
            CapHeight = UInt16(Table("OS/2"), 0) >= 2 ? Int16(Table("OS/2"), 88) : Ascent;
            _characters = new CharacterMap(Table("cmap"));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidDataException("The file ends inside a table that a TrueType font must have.", e);
        }
    }

    public int UnitsPerEm { get; }

    /// <summary>Height of the tallest letters above the baseline.</summary>
    public int Ascent { get; }

    /// <summary>Depth of the deepest letters below the baseline, negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Weight class from 1 to 1000; 400 is regular, 700 bold.</summary>
    public int Weight { get; }

    public int GlyphCount { get; }

    internal FontBox Box { get; }

    /// <summary>The glyph that draws a character, 0 where the font has none.</summary>
    public int GlyphOf(Rune character) => _characters.GlyphOf(character.Value);

    /// <summary>How far a glyph moves the pen.</summary>
    public int AdvanceOf(int glyph) => UInt16(Table("hmtx"), Math.Min(glyph, _longMetrics - 1) * 4);

    /// <summary>Left side bearing of a glyph.</summary>
    internal int BearingOf(int glyph) => glyph < _longMetrics
        ? Int16(Table("hmtx"), (glyph * 4) + 2)
        : Int16(Table("hmtx"), (_longMetrics * 4) + ((glyph - _longMetrics) * 2));

    /// <summary>Outline of a glyph as the glyf table has it; empty for a blank.</summary>
    internal ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var loca = Table("loca");
        var (start, end) = _longOffsets
            ? ((int)UInt32(loca, glyph * 4), (int)UInt32(loca, (glyph * 4) + 4))
            : (UInt16(loca, glyph * 2) * 2, UInt16(loca, (glyph * 2) + 2) * 2);
        return Table("glyf")[start..end];
    }

    internal ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var range)
        ? _data.AsSpan(range)
        : throw new InvalidDataException(
            $"The font has no table '{tag}'; only TrueType fonts with glyf outlines can be read.");

    private static int Int16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadInt16BigEndian(table[at..]);

    private static int UInt16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    private static uint UInt32(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt32BigEndian(table[at..]);
}
