using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>What keeps a preview from being taken for a certificate, under the text of every page.</summary>
internal static class PreviewMark
{
    private const double Middle = (Sheet.Left + Sheet.Right) / 2;

    private static readonly double[] Baselines = [430, 590];
    private static readonly Ink Faint = new(236, 200, 200);

    public static void Draw(ContentWriter page, CertificateContent content)
    {
        if (!content.IsPreview)
        {
            return;
        }

        foreach (var y in Baselines)
        {
            page.TextCentered(Typography.Bold, 64, Middle, y, "PREVIEW", Faint);
            page.TextCentered(Typography.Bold, 14, Middle, y + 18, "NOT ISSUED, NOT VALID", Faint);
        }
    }
}
