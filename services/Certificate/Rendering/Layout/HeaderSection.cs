using System.Globalization;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>
/// Title, number, revision and date of the certificate, its QR code, and what the certificate is and is not.
/// </summary>
internal static class HeaderSection
{
    public const double Bottom = 116;

    private const double QrSide = 54;
    private const double QrLeft = Sheet.Right - QrSide;
    private const double QrTop = 26;
    private const double FactsLeft = 356;
    private const double FactsValue = 418;
    private const double FactsRight = QrLeft - 10;
    private const double NoticeTop = 87;

    private const string Notice =
        "This certificate is issued for information only and gives its holder no rights. It does not amend, extend "
        + "or alter the insurance of the policies listed, and it is " +
        "no contract between the issuing insurers, the producer or authorized representative, and the holder. "
        + "Important: a holder who is to be an additional insured needs policy " +
        "provisions or an endorsement that make it one. Subrogation is waived only where the policy says so, and "
        + "some policies need an endorsement for it. A statement on this " +
        "certificate does not take the place of either.";

    /// <summary>Draws what every first page has.</summary>
    public static void DrawFrame(ContentWriter page)
    {
        DrawTitle(
            page,
            "CERTIFICATE OF LIABILITY INSURANCE",
            "Evidence of the insurance described below as of the date issued");
        page.FillRectangle(Sheet.Left, NoticeTop, Sheet.Width, Bottom - NoticeTop - 4, Typography.Pale);
        var y = NoticeTop + 7;
        foreach (var line in LineBreaker.Break(Typography.Regular, Typography.LabelSize, Sheet.Width - 10, Notice))
        {
            page.Text(Typography.Regular, Typography.LabelSize, Sheet.Left + 5, y, line, Typography.Label);
            y += 7.2;
        }
    }

    /// <summary>Draws a page's title and the labels beside its QR code.</summary>
    public static void DrawTitle(ContentWriter page, string title, string subtitle)
    {
        page.FillRectangle(Sheet.Left, QrTop, 3, QrSide, Typography.Navy);
        page.Text(Typography.Bold, Typography.TitleSize, Sheet.Left + 11, 47, title, Typography.Navy);
        page.Text(Typography.Regular, 7.5, Sheet.Left + 11, 60, subtitle, Typography.Label);
        page.Text(
            Typography.Regular,
            6.5,
            Sheet.Left + 11,
            76,
            "Scan the code, or follow the link at the foot of the page, to see whether this certificate is current.",
            Typography.Label);
        page.Legend(FactsLeft, 37, "Certificate number");
        page.Legend(FactsLeft, 52, "Revision");
        page.Legend(FactsLeft, 67, "Date issued");
        page.Across(FactsLeft, FactsRight, 41.5);
        page.Across(FactsLeft, FactsRight, 56.5);
        page.Across(FactsLeft, FactsRight, 71.5);
    }

    /// <summary>Writes what is this certificate's own.</summary>
    public static void Draw(Fields fields, CertificateContent content, QrSymbol qr)
    {
        fields.Write("Certificate number", content.Number, Fact(29), Typography.Bold, Typography.NameSize);
        fields.Write(
            "Revision",
            content.Revision.ToString(CultureInfo.InvariantCulture),
            Fact(44),
            Typography.Bold,
            Typography.NameSize);
        fields.Write("Date issued", Figures.Date(content.DateIssued), Fact(59), Typography.Bold, Typography.NameSize);
        fields.Page.Qr(qr, QrLeft, QrTop, QrSide);
    }

    private static Area Fact(double top) => new(FactsValue, top, FactsRight - FactsValue, 11);
}
