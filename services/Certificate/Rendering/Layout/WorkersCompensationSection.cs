using Portal.Certificates.Rendering.Coverages;
using Portal.Insurance;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>
/// Workers compensation, which pays what the statute says, and employers' liability with its three limits.
/// </summary>
internal static class WorkersCompensationSection
{
    public const double Top = UmbrellaSection.Bottom;
    public const double Bottom = Top + (4 * CoverageTable.RowHeight) + 1;

    private const double Text = CoverageTable.Type + Sheet.Inset;
    private const double AnswerLeft = CoverageTable.AdditionalInsured - 20;

    private static readonly CheckBox Statute = new(CoverageTable.Limits + Sheet.Inset, Top + 8, "Per statute");
    private static readonly CheckBox Other = new(CoverageTable.Limits + 66, Top + 8, "Other");

    public static void DrawFrame(ContentWriter page)
    {
        page.Across(Sheet.Left, Sheet.Right, Top, 0.6);
        page.Caption(Text, Top + 9.5, CertificateSection.WorkersCompensation.Heading[0]);
        page.Caption(Text, Top + 17, CertificateSection.WorkersCompensation.Heading[1]);
        page.Legend(Text, Top + 28, "Any proprietor, partner, executive");
        page.Legend(Text, Top + 35.5, "officer or member excluded? (Y/N)");
        page.Rectangle(AnswerLeft, Top + 25, 14, 12, 0.5, Typography.Label);
        Statute.DrawFrame(page);
        Other.DrawFrame(page);
        CoverageTable.DrawLimitNames(page, Top, CertificateSection.WorkersCompensation, firstRow: 1);
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        var policy = coverage.Policy;
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        Statute.Draw(fields.Page, policy.PerStatute == true);
        Other.Draw(fields.Page, policy.PerStatute == false);
        if (policy.OfficersExcluded is { } excluded)
        {
            fields.Page.TextCentered(
                Typography.Bold, Typography.ValueSize, AnswerLeft + 7, Top + 33.8, excluded ? "Y" : "N");
        }

        CoverageTable.DrawAmounts(fields, Top, CertificateSection.WorkersCompensation, policy.Limits, firstRow: 1);
    }
}
