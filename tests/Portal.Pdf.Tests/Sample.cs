using Portal.Pdf.Content;
using Portal.Pdf.Documents;
using Portal.Pdf.Fonts;

namespace Portal.Pdf.Tests;

/// <summary>A template with two fonts and a static part, and documents of it.</summary>
internal static class Sample
{
    public static readonly PdfFont Regular = new("F1", "NotoSans-Regular", NotoSans.Regular, PdfFont.Ascii);
    public static readonly PdfFont Bold = new("F2", "NotoSans-Bold", NotoSans.Bold, PdfFont.Ascii);
    public static readonly StaticPart Frame = new(
        "S1", PageSize.Letter, page => page.Text(Bold, 12, 40, 40, "Static frame"));
    public static readonly PdfTemplate Template = new(PageSize.Letter, [Regular, Bold], [Frame]);

    public static readonly DocumentInformation Information = new()
    {
        Title = "Sample",
        Author = "Author",
        Subject = "Subject",
        Producer = "Portal",
        CreatedAt = new DateTimeOffset(2026, 7, 1, 14, 30, 15, TimeSpan.Zero),
    };

    /// <summary>A document of one page.</summary>
    public static byte[] Page(Action<ContentWriter> draw, DocumentInformation? information = null)
    {
        using var document = Template.NewDocument();
        draw(document.AddPage());
        return document.Finish(information ?? Information);
    }

    /// <summary>A document of one page with one line of text per entry.</summary>
    public static byte[] Lines(params string[] lines) => Page(page =>
    {
        for (var i = 0; i < lines.Length; i++)
        {
            page.Text(Regular, 8, 40, 60 + (i * 12), lines[i]);
        }
    });
}
