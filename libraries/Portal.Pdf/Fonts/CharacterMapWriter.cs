namespace Portal.Pdf.Fonts;

/// <summary>
/// Writes a cmap table of one Windows Unicode subtable in format 4, by which viewers find a simple font's glyphs.
/// </summary>
internal static class CharacterMapWriter
{
    private const int HeaderLength = 12;

    /// <param name="glyphs">Glyph numbers by character.</param>
    public static byte[] Write(SortedDictionary<char, int> glyphs)
    {
        var segments = Segments(glyphs);
        segments.Add(new Segment('\uFFFF', '\uFFFF', 1));
        var table = new BigEndianWriter();
        table.UInt16(0);
        table.UInt16(1);
        table.UInt16(3);
        table.UInt16(1);
        table.UInt32(HeaderLength);

        var log = int.Log2(segments.Count);
        table.UInt16(4);
        table.UInt16(16 + (segments.Count * 8));
        table.UInt16(0);
        table.UInt16(segments.Count * 2);
        table.UInt16(2 << log);
        table.UInt16(log);
        table.UInt16((segments.Count * 2) - (2 << log));
        segments.ForEach(segment => table.UInt16(segment.Last));
        table.UInt16(0);
        segments.ForEach(segment => table.UInt16(segment.First));
        segments.ForEach(segment => table.UInt16(segment.Delta));
        segments.ForEach(_ => table.UInt16(0));
        return table.ToArray();
    }

    private static List<Segment> Segments(SortedDictionary<char, int> glyphs)
    {
        var segments = new List<Segment>();
        foreach (var (character, glyph) in glyphs)
        {
            var delta = glyph - character;
            if (segments.Count > 0 && segments[^1].Last + 1 == character && segments[^1].Delta == delta)
            {
                segments[^1] = segments[^1] with { Last = character };
            }
            else
            {
                segments.Add(new Segment(character, character, delta));
            }
        }

        return segments;
    }

    private readonly record struct Segment(char First, char Last, int Delta);
}
