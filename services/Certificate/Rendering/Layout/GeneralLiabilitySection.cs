using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Commercial general liability: its trigger, to what the aggregate applies, and six limits.</summary>
internal static class GeneralLiabilitySection
{
    public const double Top = CoverageSections.Top;
    public const double Bottom = Top + (6 * CoverageTable.RowHeight);

    private const double Text = CoverageTable.Type + Sheet.Inset;

    private static readonly CheckBox ClaimsMade = new(Text, Top + 22, CoverageTerms.NameOf(CoverageForm.ClaimsMade));
    private static readonly CheckBox Occurrence = new(
        Text + 66, Top + 22, CoverageTerms.NameOf(CoverageForm.Occurrence));
    private static readonly CheckBox PerPolicy = new(Text, Top + 48, CoverageTerms.NameOf(AggregateScope.Policy));
    private static readonly CheckBox PerProject = new(
        Text + 66, Top + 48, CoverageTerms.NameOf(AggregateScope.Project));
    private static readonly CheckBox PerLocation = new(Text, Top + 59, CoverageTerms.NameOf(AggregateScope.Location));
    private static readonly CheckBox PerOther = new(Text + 66, Top + 59, "Other");

    public static void DrawFrame(ContentWriter page)
    {
        page.Caption(Text, Top + 9.5, CertificateSection.GeneralLiability.Heading[0]);
        ClaimsMade.DrawFrame(page);
        Occurrence.DrawFrame(page);
        page.Legend(
            Text,
            Top + 37,
            $"{CertificateSection.GeneralLiability.NameOf(LimitKind.GeneralAggregate)} limit applies per:");
        PerPolicy.DrawFrame(page);
        PerProject.DrawFrame(page);
        PerLocation.DrawFrame(page);
        PerOther.DrawFrame(page);
        CoverageTable.DrawLimitNames(page, Top, CertificateSection.GeneralLiability);
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        var policy = coverage.Policy;
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        ClaimsMade.Draw(fields.Page, policy.Form == CoverageForm.ClaimsMade);
        Occurrence.Draw(fields.Page, policy.Form == CoverageForm.Occurrence);
        PerPolicy.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Policy);
        PerProject.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Project);
        PerLocation.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Location);
        CoverageTable.DrawAmounts(fields, Top, CertificateSection.GeneralLiability, policy.Limits);
    }
}
