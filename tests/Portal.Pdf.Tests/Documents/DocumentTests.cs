using System.Text;
using Portal.Pdf.Content;
using Portal.Testing.Pdf;

namespace Portal.Pdf.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void A_document_with_everything_in_it_passes_qpdf_without_a_warning() =>
        Assert.Equal("", PdfTools.Complaints(Everything(1)));

    [Fact]
    public void All_fonts_are_embedded_and_subset()
    {
        var fonts = PdfTools.Fonts(Everything(1));
        Assert.Equal(4, fonts.Count);
        Assert.All(fonts, font => Assert.True(font.IsEmbedded && font.IsSubset, font.Name));
    }

    [Fact]
    public void Equal_input_gives_equal_bytes_on_any_thread()
    {
        var expected = Everything(1);
        Parallel.For(0, 64, _ => Assert.Equal(expected, Everything(1)));
    }

    [Fact]
    public void Another_content_gives_another_identifier()
    {
        Assert.NotEqual(Identifier(Everything(1)), Identifier(Everything(2)));
        Assert.Equal(Identifier(Everything(1)), Identifier(Everything(1)));
    }

    [Theory]
    [InlineData("Certificate C-1")]
    [InlineData("Сертификат (Заря) \\ Łódź ✓")]
    public void The_title_is_in_the_information_and_in_the_XMP(string title)
    {
        var pdf = Sample.Page(
            page => page.Text(Sample.Regular, 8, 40, 60, "x"), Sample.Information with { Title = title });
        Assert.Equal(title, PdfTools.Information(pdf, "Title"));
        Assert.Contains(
            $"<rdf:li xml:lang=\"x-default\">{title}</rdf:li>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains(
            "<xmp:CreateDate>2026-07-01T14:30:15Z</xmp:CreateDate>",
            Encoding.UTF8.GetString(pdf),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_information_leaves_the_XMP_well_formed()
    {
        var pdf = Sample.Page(
            page => page.Text(Sample.Regular, 8, 40, 60, "x"),
            Sample.Information with
            {
                Title = "</rdf:li><evil a='\"'>&amp;\u0000\u0008\uD800\uFFFF",
                Author = ")>>/JS(app.alert",
                Subject = "\\)",
            });
        var text = Encoding.UTF8.GetString(pdf);
        var start = text.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        var end = text.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length;
        Assert.Contains(
            "</rdf:li><evil a='\"'>&amp;",
            System.Xml.Linq.XElement.Parse(text[start..end]).Value,
            StringComparison.Ordinal);
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.Equal(")>>/JS(app.alert", PdfTools.Information(pdf, "Author"));
    }

    [Fact]
    public void A_static_part_with_a_character_beyond_the_main_alphabet_is_refused() =>
        Assert.Throws<InvalidOperationException>(
            () => new Portal.Pdf.Documents.StaticPart(
                "S9", PageSize.Letter, page => page.Text(Sample.Regular, 8, 0, 0, "Ł")));

    private static byte[] Everything(int number)
    {
        using var document = Sample.Template.NewDocument();
        var first = document.AddPage();
        first.Draw(Sample.Frame);
        first.Text(Sample.Regular, 9, 40, 80, $"Number {number} (x) \\ Łódź");
        first.TextRight(Sample.Bold, 9, 500, 80, "Москва", new Ink(200, 0, 0));
        first.Line(40, 100, 300, 100, 0.5);
        first.Rectangle(40, 110, 100, 20, 1, new Ink(9, 9, 9));
        first.FillRectangle(40, 140, 100, 20, new Ink(230, 240, 250));
        first.Qr(QrSymbol.Encode("https://portal.example/verify/X"), 400, 100, 60);
        first.Link(400, 100, 60, 60, new Uri("https://portal.example/verify/X?a=(b)&c=é"));
        document.AddPage().Text(Sample.Regular, 9, 40, 80, "Second page, Ελλάδα");
        return document.Finish(Sample.Information);
    }

    private static string Identifier(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var start = text.LastIndexOf("/ID[", StringComparison.Ordinal);
        return text[start..text.LastIndexOf("startxref", StringComparison.Ordinal)];
    }
}
