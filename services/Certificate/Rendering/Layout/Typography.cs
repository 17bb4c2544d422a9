using Portal.Pdf.Content;
using Portal.Pdf.Fonts;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The certificate's two fonts, its sizes in points, and its inks.</summary>
internal static class Typography
{
    public const double TitleSize = 15;
    public const double NameSize = 8.5;
    public const double ValueSize = 7.5;
    public const double LabelSize = 6;

    /// <summary>Below this nobody reads a printed certificate; what still doesn't fit goes to the remarks.</summary>
    public const double SmallestSize = 6;

    public static readonly PdfFont Regular = new(
        "F1", "NotoSans-Regular", NotoSans.Regular, PdfFont.Ascii + "–—‘’“”•…");
    public static readonly PdfFont Bold = new("F2", "NotoSans-Bold", NotoSans.Bold, PdfFont.Ascii);

    public static readonly Ink Navy = new(22, 44, 84);
    public static readonly Ink Label = new(70, 82, 102);
    public static readonly Ink Rule = new(128, 140, 158);
    public static readonly Ink Tint = new(233, 238, 245);
    public static readonly Ink Pale = new(246, 248, 251);

    /// <summary>Draws a caption over a field.</summary>
    public static void Caption(this ContentWriter page, double x, double y, string text) =>
        page.Text(Bold, LabelSize, x, y, text, Navy);

    /// <summary>Draws the words beside a field or an amount.</summary>
    public static void Legend(this ContentWriter page, double x, double y, string text) =>
        page.Text(Regular, LabelSize, x, y, text, Label);
}
