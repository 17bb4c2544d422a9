using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The page's measures in points from its top left corner.</summary>
internal static class Sheet
{
    public const double Left = 30;
    public const double Right = 582;
    public const double Width = Right - Left;

    /// <summary>Divides the halves of the page.</summary>
    public const double Middle = 306;

    /// <summary>Distance of text from the frame around it.</summary>
    public const double Inset = 4;

    public static readonly PageSize Size = PageSize.Letter;

    /// <summary>Draws the frame of a panel.</summary>
    public static void Panel(this ContentWriter page, double left, double top, double right, double bottom) =>
        page.Rectangle(left, top, right - left, bottom - top, 0.6, Typography.Rule);

    /// <summary>Draws a horizontal rule.</summary>
    public static void Across(this ContentWriter page, double left, double right, double y, double width = 0.4) =>
        page.Line(left, y, right, y, width, Typography.Rule);

    /// <summary>Draws a vertical rule.</summary>
    public static void Down(this ContentWriter page, double x, double top, double bottom) =>
        page.Line(x, top, x, bottom, 0.4, Typography.Rule);
}
