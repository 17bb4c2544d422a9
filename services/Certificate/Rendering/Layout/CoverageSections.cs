using Portal.Certificates.Rendering.Coverages;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The first page's table of policies: four sections, then rows for the others.</summary>
internal static class CoverageSections
{
    public const double Top = HeaderTop + CoverageTable.HeaderHeight;
    public const double Bottom = OthersTop + 94;

    private const double IntroductionTop = PartiesSection.Bottom;
    private const double HeaderTop = IntroductionTop + 20;
    private const double OthersTop = WorkersCompensationSection.Bottom;
    private const double MoreHeight = 9;

    private const string Introduction =
        "The policies below were issued to the insured named above for the periods shown. Whatever a contract or "
        + "other document requires, the insurance is subject to all the " +
        "terms, exclusions and conditions of those policies. The limits are those of the policies' declarations; "
        + "claims paid may have reduced them.";

    /// <summary>Draws what every first page has.</summary>
    public static void DrawFrame(ContentWriter page)
    {
        var y = IntroductionTop + 8.5;
        foreach (var line in LineBreaker.Break(
                Typography.Regular, Typography.LabelSize, Sheet.Width - 10, Introduction))
        {
            page.Text(Typography.Regular, Typography.LabelSize, Sheet.Left + 5, y, line, Typography.Label);
            y += 7.2;
        }

        CoverageTable.DrawHeader(page, HeaderTop);
        CoverageTable.DrawColumns(page, Top, Bottom);
        GeneralLiabilitySection.DrawFrame(page);
        AutoSection.DrawFrame(page);
        UmbrellaSection.DrawFrame(page);
        WorkersCompensationSection.DrawFrame(page);
        page.Across(Sheet.Left, Sheet.Right, OthersTop, 0.6);
    }

    /// <summary>Writes the policies.</summary>
    /// <returns>Those that found no room.</returns>
    public static IReadOnlyList<Coverage> Draw(Fields fields, CoverageSchedule schedule)
    {
        Section(fields, schedule.GeneralLiability, GeneralLiabilitySection.Draw);
        Section(fields, schedule.Auto, AutoSection.Draw);
        Section(fields, schedule.UmbrellaOrExcess, UmbrellaSection.Draw);
        Section(fields, schedule.WorkersCompensation, WorkersCompensationSection.Draw);
        return DrawOthers(fields, schedule.Others);
    }

    private static void Section(Fields fields, Coverage? coverage, Action<Fields, Coverage> draw)
    {
        if (coverage is not null)
        {
            draw(fields, coverage);
        }
    }

    private static IReadOnlyList<Coverage> DrawOthers(Fields fields, IReadOnlyList<Coverage> others)
    {
        var room = Bottom - OthersTop;
        var fits = others.Sum(OtherPolicies.HeightOf) <= room;
        var y = OthersTop;
        var shown = 0;
        while (shown < others.Count && y + OtherPolicies.HeightOf(others[shown]) <= Bottom - (fits ? 0 : MoreHeight))
        {
            OtherPolicies.Draw(fields, others[shown], y);
            y += OtherPolicies.HeightOf(others[shown]);
            fields.Page.Across(Sheet.Left, Sheet.Right, y, 0.25);
            shown++;
        }

        if (shown < others.Count)
        {
            var count = others.Count - shown;
            fields.Page.Text(
                Typography.Bold,
                Typography.LabelSize,
                CoverageTable.Type + Sheet.Inset,
                Bottom - 3,
                count == 1 ? "1 more policy: see additional remarks" : $"{count} more policies: see additional remarks",
                Typography.Navy);
        }

        return [.. others.Skip(shown)];
    }
}
