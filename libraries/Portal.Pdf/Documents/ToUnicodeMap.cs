using System.Globalization;
using System.Text;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Documents;

/// <summary>
/// CMap by which a reader gets the text back from the glyph numbers of a fallback font (ISO 32000-1, 9.10.3).
/// </summary>
internal static class ToUnicodeMap
{
    /// <summary>Entries that one block of a CMap may have.</summary>
    private const int BlockLength = 100;

    public static byte[] Write(FallbackFont fallback)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000><FFFF> endcodespacerange

            """);
        var number = 1;
        foreach (var block in fallback.Characters.Chunk(BlockLength))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (character, _) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number++:X4}><");
                AppendUtf16(map, character);
                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap CMapName currentdict /CMap defineresource pop end end");
        return Encoding.ASCII.GetBytes(map.ToString());
    }

    private static void AppendUtf16(StringBuilder map, Rune character)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..character.EncodeToUtf16(units)])
        {
            map.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
        }
    }
}
