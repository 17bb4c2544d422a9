using System.Buffers.Binary;

namespace Portal.Pdf.Fonts;

/// <summary>
/// The cmap table: Unicode code points to glyphs. Reads formats 4 and 12, which every current font has.
/// </summary>
internal sealed class CharacterMap
{
    private readonly Dictionary<int, int> _glyphs = [];

    public CharacterMap(ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < UInt16(table, 2); i++)
        {
            var subtable = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[(8 + (i * 8))..])..];
            switch (UInt16(subtable, 0))
            {
                case 4:
                    ReadSegments(subtable);
                    break;
                case 12:
                    ReadGroups(subtable);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The glyph of a code point, 0 where there is none.</summary>
    public int GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    /// <summary>Format 4: four parallel arrays of segments within the Basic Multilingual Plane.</summary>
    private void ReadSegments(ReadOnlySpan<byte> table)
    {
        var count = UInt16(table, 6) / 2;
        for (var segment = 0; segment < count; segment++)
        {
            var last = UInt16(table, 14 + (segment * 2));
            var first = UInt16(table, 16 + (count * 2) + (segment * 2));
            var delta = UInt16(table, 16 + (count * 4) + (segment * 2));
            var offsetAt = 16 + (count * 6) + (segment * 2);
            var offset = UInt16(table, offsetAt);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code : UInt16(table, offsetAt + offset + ((code - first) * 2));
                Add(code, offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    /// <summary>Format 12: groups of consecutive code points over all of Unicode.</summary>
    private void ReadGroups(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(table[12..]);
        for (var group = 0; group < count; group++)
        {
            var record = table[(16 + (group * 12))..];
            var first = (int)BinaryPrimitives.ReadUInt32BigEndian(record);
            var last = (int)BinaryPrimitives.ReadUInt32BigEndian(record[4..]);
            var glyph = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            for (var code = first; code <= last; code++)
            {
                Add(code, glyph + code - first);
            }
        }
    }

    private void Add(int code, int glyph)
    {
        if (glyph != 0)
        {
            _glyphs[code] = glyph;
        }
    }

    private static int UInt16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
