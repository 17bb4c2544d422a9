namespace Portal.Pdf.Fonts;

/// <summary>
/// Chosen glyphs of a font, renumbered from 1 in the order they were added; 0 stays the glyph for what is missing.
/// Writes the font program that a PDF embeds: outlines without hinting instructions, no tables that PDF doesn't read.
/// </summary>
internal sealed class FontSubset
{
    /// <summary>Bytes that offsets of 16 bits, which count in twos, can reach.</summary>
    private const int ShortOffsetLimit = 2 * 0xFFFF;

    private readonly TrueTypeFont _font;
    private readonly List<int> _glyphs = [0];

    public FontSubset(TrueTypeFont font)
    {
        _font = font;
    }

    /// <summary>Adds a glyph of the font, even one that is in already, and answers its new number.</summary>
    public int Add(int glyph)
    {
        _glyphs.Add(glyph);
        return _glyphs.Count - 1;
    }

    /// <summary>The font program, ready for FontFile2.</summary>
    /// <param name="characterMap">
    /// A cmap table for fonts that are addressed by character; none for those addressed by glyph.
    /// </param>
    public byte[] ToProgram(byte[]? characterMap = null)
    {
        var all = new List<int>(_glyphs);
        var program = new FontProgram();
        var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };
        for (var i = 0; i < all.Count; i++)
        {
            GlyphOutline.Write(_font.OutlineOf(all[i]), outlines, component => NumberOf(component, all));
            if (outlines.Length % 2 != 0)
            {
                outlines.WriteByte(0);
            }

            offsets.Add((int)outlines.Length);
        }

        var longOffsets = outlines.Length > ShortOffsetLimit;
        if (characterMap is not null)
        {
            program.Add("cmap", characterMap);
        }

        program.Add("glyf", outlines.ToArray());
        program.Add("head", Head(longOffsets));
        program.Add("hhea", With16(_font.Table("hhea"), 34, all.Count));
        program.Add("hmtx", Metrics(all));
        program.Add("loca", Offsets(offsets, longOffsets));
        program.Add("maxp", MaximumProfile(all.Count));
        return program.ToArray();
    }

    /// <summary>A part of a composite glyph comes along behind the glyphs that were asked for.</summary>
    private static int NumberOf(int component, List<int> all)
    {
        var number = all.IndexOf(component);
        if (number < 0)
        {
            number = all.Count;
            all.Add(component);
        }

        return number;
    }

    private byte[] Head(bool longOffsets)
    {
        var head = With16(_font.Table("head"), 50, longOffsets ? 1 : 0);
        head.AsSpan(8, 4).Clear();
        return head;
    }

    private byte[] Metrics(List<int> all)
    {
        var table = new BigEndianWriter();
        foreach (var glyph in all)
        {
            table.UInt16(_font.AdvanceOf(glyph));
            table.UInt16(_font.BearingOf(glyph));
        }

        return table.ToArray();
    }

    private static byte[] Offsets(List<int> offsets, bool longOffsets)
    {
        var table = new BigEndianWriter();
        foreach (var offset in offsets)
        {
            if (longOffsets)
            {
                table.UInt32((uint)offset);
            }
            else
            {
                table.UInt16(offset / 2);
            }
        }

        return table.ToArray();
    }

    /// <summary>The instructions are gone, so everything maxp reserves for them is nothing.</summary>
    private byte[] MaximumProfile(int count)
    {
        var table = With16(_font.Table("maxp"), 4, count);
        table.AsSpan(16, 12).Clear();
        return table;
    }

    private static byte[] With16(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        copy[at] = (byte)(value >> 8);
        copy[at + 1] = (byte)value;
        return copy;
    }
}
