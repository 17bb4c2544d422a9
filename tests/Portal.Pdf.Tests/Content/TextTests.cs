using Portal.Testing.Pdf;

namespace Portal.Pdf.Tests.Content;

public sealed class TextTests
{
    [Theory]
    [InlineData("Plain (with) brackets \\ and 100% \"quotes\"")]
    [InlineData("Zażółć gęślą jaźń, Dąbrowski")]
    [InlineData("Příliš žluťoučký kůň úpěl ďábelské ódy")]
    [InlineData("Jørgensen, Ekström, Schäfer, São, Çelik, Þór, ß")]
    [InlineData("Ελληνική Εταιρεία Ασφαλίσεων")]
    [InlineData("Общество «Заря», Київ, Ђорђе")]
    [InlineData("Tiếng Việt: Nguyễn Thị Hường, Đặng")]
    [InlineData("Bērziņš, Žemaitė, Õunapuu, Kőrösi, Şahin, Ğ")]
    [InlineData("“Quotes” – dashes — €100 • ½ ² ™")]
    [InlineData("बीमा")]
    public void Text_extracts_as_it_was_written(string text) =>
        Assert.Equal(text, Assert.Single(PdfTools.Lines(Sample.Lines(text))));

    [Theory]
    [InlineData("a日本b", "a日本b")]
    [InlineData("a😀b", "a😀b")]
    [InlineData("a\u0007b", "a\uFFFDb")]
    [InlineData("a\0b", "a\uFFFDb")]
    public void What_no_font_has_is_drawn_as_a_replacement(string text, string extracted)
    {
        var pdf = Sample.Lines(text);
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.Equal(extracted, Assert.Single(PdfTools.Lines(pdf)));
        Assert.True(InkOf(pdf) > InkOf(Sample.Lines("ab")) + 20, "The replacement leaves no mark on the page.");
    }

    [Fact]
    public void Halves_of_surrogate_pairs_are_drawn_as_replacements()
    {
        var pdf = Sample.Lines(new string(['a', '\uD800', 'b', '\uDC00', '\uD83D']));
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", Assert.Single(PdfTools.Lines(pdf)));
    }

    [Theory]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\u202Eb\u200D\uFEFF", "ab")]
    public void Blanks_are_spaces_and_marks_of_direction_are_nothing(string text, string extracted) =>
        Assert.Equal(extracted, PdfTools.Text(Sample.Lines(text)));

    [Theory]
    [InlineData("")]
    [InlineData("\u202E")]
    [InlineData("שלום עולם")]
    [InlineData("مرحبا بالعالم")]
    [InlineData(") Tj ET Q endstream endobj")]
    [InlineData("<</JS(x)>> % comment")]
    public void Hostile_text_leaves_the_file_sound(string text) =>
        Assert.Equal("", PdfTools.Complaints(Sample.Lines(text)));

    [Fact]
    public void A_thousand_different_characters_fit_one_document()
    {
        var characters = string.Concat(Enumerable.Range(0x4E00, 1_000).Select(code => (char)code));
        var pdf = Sample.Page(page =>
        {
            for (var i = 0; i < 1_000; i += 50)
            {
                page.Text(Sample.Regular, 8, 40, 60 + (i / 4.0), characters.AsSpan(i, 50));
            }
        });
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.Equal(characters, string.Concat(PdfTools.Lines(pdf)));
    }

    [Theory]
    [InlineData("e", "é")]
    [InlineData("A", "Å")]
    [InlineData("e", "ế")]
    public void Accents_of_composite_letters_are_drawn(string plain, string accented)
    {
        Assert.True(InkOf(Sample.Lines(accented)) > InkOf(Sample.Lines(plain)));
    }

    [Fact]
    public void Right_and_centered_text_end_where_they_should()
    {
        const string Text = "Width of Łódź";
        var width = Sample.Regular.Measure(Text, 20);
        var right = Columns(Sample.Page(page => page.TextRight(Sample.Regular, 20, 400, 100, Text)));
        Assert.InRange(right.Last, 395, 401);
        Assert.InRange(right.First, 399 - width, 405 - width);
        var centered = Columns(Sample.Page(page => page.TextCentered(Sample.Regular, 20, 300, 100, Text)));
        Assert.InRange((centered.First + centered.Last) / 2.0, 297, 303);
    }

    private static int InkOf(byte[] pdf) => PdfTools.Pixels(pdf, 144, out _, out _).Sum(pixel => (255 - pixel) / 64);

    /// <summary>First and last column in points that bear ink.</summary>
    private static (int First, int Last) Columns(byte[] pdf)
    {
        var pixels = PdfTools.Pixels(pdf, 72, out var width, out _);
        var columns = Enumerable.Range(0, pixels.Length).Where(i => pixels[i] < 200).Select(i => i % width).ToList();
        return (columns.Min(), columns.Max());
    }
}
