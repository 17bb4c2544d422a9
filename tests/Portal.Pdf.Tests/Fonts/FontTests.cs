using System.Buffers.Binary;
using System.Text;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Tests.Fonts;

public sealed class FontTests
{
    [Fact]
    public void The_font_covers_Latin_Greek_and_Cyrillic() => Assert.All(
        "AzŁőșİΑωάЖђєẾđ".EnumerateRunes(),
        rune => Assert.NotEqual(0, NotoSans.Regular.GlyphOf(rune)));

    [Fact]
    public void A_character_map_reads_back_as_it_was_written()
    {
        var glyphs = new SortedDictionary<char, int>
        {
            ['A'] = 1,
            ['B'] = 2,
            ['C'] = 9,
            ['é'] = 4,
            ['\u2013'] = 5,
            ['\u2014'] = 6,
        };
        var map = new CharacterMap(CharacterMapWriter.Write(glyphs));
        Assert.All(glyphs, entry => Assert.Equal(entry.Value, map.GlyphOf(entry.Key)));
        Assert.Equal(0, map.GlyphOf('D'));
    }

    [Fact]
    public void A_subset_holds_the_parts_of_its_composite_glyphs_and_no_instructions()
    {
        var subset = new FontSubset(NotoSans.Regular);
        Assert.Equal(1, subset.Add(NotoSans.Regular.GlyphOf(new Rune('é'))));
        var program = subset.ToProgram();
        var glyphCount = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(Offset(program, "maxp") + 4));
        Assert.True(glyphCount > 2, "The parts of the letter are missing.");
        Assert.Equal(-1, Offset(program, "fpgm"));
        Assert.True(program.Length < 2_000, $"{program.Length} bytes for one letter.");
    }

    [Fact]
    public void A_font_file_carries_the_checksum_that_the_format_asks_for()
    {
        var program = Sample.Regular.Program;
        var sum = 0u;
        for (var i = 0; i < program.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(i)));
        }

        Assert.Equal(0xB1B0AFBA, sum);
    }

    [Fact]
    public void An_alphabet_beyond_the_code_page_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PdfFont("F1", "NotoSans-Regular", NotoSans.Regular, "AЖ"));

    [Theory]
    [InlineData("")]
    [InlineData("no font at all, just text that is long enough to look at")]
    public void A_file_that_is_no_font_is_refused(string content) =>
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont(Encoding.ASCII.GetBytes(content)));

    private static int Offset(byte[] program, string table)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4)); i++)
        {
            var record = program.AsSpan(12 + (i * 16));
            if (Encoding.ASCII.GetString(record[..4]) == table)
            {
                return (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            }
        }

        return -1;
    }
}
