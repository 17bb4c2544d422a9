using System.Globalization;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The foot of every page: the verification link, and which page of the certificate this is.</summary>
internal static class FooterSection
{
    private const double Top = 752;
    private const double LinkLeft = Sheet.Left + 36;
    private const double LinkWidth = 440;

    /// <summary>Writes the link, which opens when clicked.</summary>
    public static void DrawLink(Fields fields, CertificateContent content)
    {
        fields.Page.Text(Typography.Regular, Typography.ValueSize, Sheet.Left, Top + 7, "Verify at", Typography.Label);
        var area = new Area(LinkLeft, Top, LinkWidth, 18);
        var bottom = fields.Write(
            "Verification link", content.VerificationUrl, area, Typography.Regular, Typography.ValueSize);
        if (Uri.TryCreate(content.VerificationUrl, UriKind.Absolute, out var link))
        {
            fields.Page.Link(LinkLeft, Top, LinkWidth, bottom - Top, link);
        }
    }

    /// <summary>Writes the number of a page once it is known how many there are.</summary>
    public static void DrawPageNumber(ContentWriter page, int number, int count) => page.TextRight(
        Typography.Regular,
        Typography.ValueSize,
        Sheet.Right,
        Top + 7,
        string.Create(CultureInfo.InvariantCulture, $"Page {number} of {count}"));
}
