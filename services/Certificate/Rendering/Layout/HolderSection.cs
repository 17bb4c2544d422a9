using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Certificate holder, what happens on cancellation, and the authorized representative.</summary>
internal static class HolderSection
{
    public const double Bottom = Top + 90;

    private const double Top = DescriptionSection.Bottom + 5;
    private const double Split = Top + 42;
    private const double Line = Bottom - 13;
    private const double RightText = Sheet.Middle + Sheet.Inset + 2;

    private const string Cancellation =
        "If a policy listed above is canceled before its expiration date, notice is given as the provisions of that "
        + "policy require. This certificate itself " +
        "creates no duty to notify its holder.";

    public static void DrawFrame(ContentWriter page)
    {
        page.Panel(Sheet.Left, Top, Sheet.Right, Bottom);
        page.Down(Sheet.Middle, Top, Bottom);
        page.Across(Sheet.Middle, Sheet.Right, Split);
        page.Caption(Sheet.Left + Sheet.Inset, Top + 9, "CERTIFICATE HOLDER");
        page.Caption(RightText, Top + 9, "CANCELLATION");
        var y = Top + 18;
        foreach (var line in LineBreaker.Break(
                Typography.Regular, 6.5, Sheet.Right - RightText - Sheet.Inset, Cancellation))
        {
            page.Text(Typography.Regular, 6.5, RightText, y, line);
            y += 8;
        }

        page.Caption(RightText, Split + 9, "AUTHORIZED REPRESENTATIVE");
        page.Line(RightText, Line, Sheet.Right - Sheet.Inset - 2, Line, 0.5, Typography.Label);
        page.Legend(RightText, Line + 8, "For the producer named above");
    }

    public static void Draw(Fields fields, CertificateContent content)
    {
        const double Left = Sheet.Left + Sheet.Inset + 6;
        const double Width = Sheet.Middle - Left - Sheet.Inset;
        var y = fields.Write(
            "Certificate holder", content.Holder.Name, new Area(Left, Top + 20, Width, 34), Typography.Bold, 9);
        fields.Write(
            "Certificate holder's address",
            PartiesSection.Lines(content.Holder.Address),
            new Area(Left, y + 2, Width, Bottom - y - 5),
            Typography.Regular,
            8.5);
        fields.Write(
            "Authorized representative",
            content.AuthorizedRepresentative,
            new Area(RightText, Line - 14, Sheet.Right - RightText - Sheet.Inset, 13),
            Typography.Regular,
            10);
    }
}
