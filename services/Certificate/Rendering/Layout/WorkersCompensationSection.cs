using Portal.Certificates.Rendering.Coverages;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Workers compensation, which pays what the statute says, and employers' liability with its three limits.</summary>
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
        page.Caption(Text, Top + 9.5, "WORKERS COMPENSATION");
        page.Caption(Text, Top + 17, "AND EMPLOYERS' LIABILITY");
        page.Legend(Text, Top + 28, "Any proprietor, partner, executive");
        page.Legend(Text, Top + 35.5, "officer or member excluded? (Y/N)");
        page.Rectangle(AnswerLeft, Top + 25, 14, 12, 0.5, Typography.Label);
        Statute.DrawFrame(page);
        Other.DrawFrame(page);
        CoverageTable.DrawLimitName(page, Top, 1, "E.L. each accident");
        CoverageTable.DrawLimitName(page, Top, 2, "E.L. disease – each employee");
        CoverageTable.DrawLimitName(page, Top, 3, "E.L. disease – policy limit");
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        var policy = coverage.Policy;
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        Statute.Draw(fields.Page, policy.PerStatute == true);
        Other.Draw(fields.Page, policy.PerStatute == false);
        if (policy.OfficersExcluded is { } excluded)
        {
            fields.Page.TextCentered(Typography.Bold, Typography.ValueSize, AnswerLeft + 7, Top + 33.8, excluded ? "Y" : "N");
        }

        CoverageTable.DrawAmount(fields, Top, 1, policy.Limits.ElEachAccident);
        CoverageTable.DrawAmount(fields, Top, 2, policy.Limits.ElDiseaseEachEmployee);
        CoverageTable.DrawAmount(fields, Top, 3, policy.Limits.ElDiseasePolicyLimit);
    }
}
