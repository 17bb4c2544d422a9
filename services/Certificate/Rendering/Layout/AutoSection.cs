using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Policies;
using Portal.Insurance;
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
        At(AutoScope.Any, Text, Top + 19.5),
        At(AutoScope.Owned, Text, Top + 29.5),
        At(AutoScope.Hired, Text, Top + 39.5),
        At(AutoScope.Scheduled, Text + 66, Top + 29.5),
        At(AutoScope.NonOwned, Text + 66, Top + 39.5),
    ];

    public static void DrawFrame(ContentWriter page)
    {
        page.Across(Sheet.Left, Sheet.Right, Top, 0.6);
        page.Caption(Text, Top + 9.5, CertificateSection.Automobile.Heading[0]);
        foreach (var (_, box) in Boxes)
        {
            box.DrawFrame(page);
        }

        CoverageTable.DrawLimitNames(page, Top, CertificateSection.Automobile);
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

        CoverageTable.DrawAmounts(fields, Top, CertificateSection.Automobile, coverage.Policy.Limits);
    }

    private static (AutoScope Scope, CheckBox Box) At(AutoScope scope, double left, double baseline) =>
        (scope, new CheckBox(left, baseline, CoverageTerms.BoxNameOf(scope)));
}
