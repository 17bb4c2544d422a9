using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Automobile liability: which autos, and a combined single limit or split limits.</summary>
internal static class AutoSection
{
    public const double Top = GeneralLiabilitySection.Bottom;
    public const double Bottom = Top + (4 * CoverageTable.RowHeight) + 1;

    private const double Text = CoverageTable.Type + Sheet.Inset;

    private static readonly (AutoScope Scope, CheckBox Box)[] Boxes =
    [
        (AutoScope.Any, new CheckBox(Text, Top + 19.5, "Any auto")),
        (AutoScope.Owned, new CheckBox(Text, Top + 29.5, "Owned only")),
        (AutoScope.Hired, new CheckBox(Text, Top + 39.5, "Hired only")),
        (AutoScope.Scheduled, new CheckBox(Text + 66, Top + 29.5, "Scheduled")),
        (AutoScope.NonOwned, new CheckBox(Text + 66, Top + 39.5, "Non-owned only")),
    ];

    public static void DrawFrame(ContentWriter page)
    {
        page.Across(Sheet.Left, Sheet.Right, Top, 0.6);
        page.Caption(Text, Top + 9.5, "AUTOMOBILE LIABILITY");
        foreach (var (_, box) in Boxes)
        {
            box.DrawFrame(page);
        }

        CoverageTable.DrawLimitName(page, Top, 0, "Combined single limit");
        CoverageTable.DrawLimitName(page, Top, 1, "Bodily injury (per person)");
        CoverageTable.DrawLimitName(page, Top, 2, "Bodily injury (per accident)");
        CoverageTable.DrawLimitName(page, Top, 3, "Property damage (per accident)");
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        foreach (var (scope, box) in Boxes)
        {
            box.Draw(fields.Page, coverage.Policy.AutoScopes.Contains(scope));
        }

        CoverageTable.DrawAmount(fields, Top, 0, coverage.Policy.Limits.CombinedSingleLimit);
    }
}
