using System.Globalization;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The foot of every page: the verification link, and which page of which certificate this is.</summary>
internal static class FooterSection
{
    private const double Top = 754;
    private const double LinkWidth = 440;

    public static void Draw(Fields fields, CertificateContent content, int page, int pages)
    {
        var bottom = fields.Write(
            "Verification link",
            $"Verify at {content.VerificationUrl}",
            new Area(Sheet.Left, Top, LinkWidth, 18),
            Typography.Regular,
            Typography.ValueSize);
        if (Uri.TryCreate(content.VerificationUrl, UriKind.Absolute, out var link))
        {
            fields.Page.Link(Sheet.Left, Top, LinkWidth, bottom - Top, link);
        }

        fields.Page.TextRight(
            Typography.Regular,
            Typography.ValueSize,
            Sheet.Right,
            Top + 7,
            string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages}"));
    }
}
