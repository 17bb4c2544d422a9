using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Commercial general liability: its trigger, to what the aggregate applies, and six limits.</summary>
internal static class GeneralLiabilitySection
{
    public const double Top = CoverageSections.Top;
    public const double Bottom = Top + (6 * CoverageTable.RowHeight);

    private const double Text = CoverageTable.Type + Sheet.Inset;

    private static readonly CheckBox ClaimsMade = new(Text, Top + 22, "Claims-made");
    private static readonly CheckBox Occurrence = new(Text + 66, Top + 22, "Occurrence");
    private static readonly CheckBox PerPolicy = new(Text, Top + 48, "Policy");
    private static readonly CheckBox PerProject = new(Text + 66, Top + 48, "Project");
    private static readonly CheckBox PerLocation = new(Text, Top + 59, "Location");
    private static readonly CheckBox PerOther = new(Text + 66, Top + 59, "Other");

    public static void DrawFrame(ContentWriter page)
    {
        page.Caption(Text, Top + 9.5, "COMMERCIAL GENERAL LIABILITY");
        ClaimsMade.DrawFrame(page);
        Occurrence.DrawFrame(page);
        page.Legend(Text, Top + 37, "General aggregate limit applies per:");
        PerPolicy.DrawFrame(page);
        PerProject.DrawFrame(page);
        PerLocation.DrawFrame(page);
        PerOther.DrawFrame(page);
        CoverageTable.DrawLimitName(page, Top, 0, "Each occurrence");
        CoverageTable.DrawLimitName(page, Top, 1, "Damage to rented premises");
        CoverageTable.DrawLimitName(page, Top, 2, "Medical exp. (any one person)");
        CoverageTable.DrawLimitName(page, Top, 3, "Personal & adv. injury");
        CoverageTable.DrawLimitName(page, Top, 4, "General aggregate");
        CoverageTable.DrawLimitName(page, Top, 5, "Products – comp/op aggregate");
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        var policy = coverage.Policy;
        var limits = policy.Limits;
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        ClaimsMade.Draw(fields.Page, policy.Form == CoverageForm.ClaimsMade);
        Occurrence.Draw(fields.Page, policy.Form == CoverageForm.Occurrence);
        PerPolicy.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Policy);
        PerProject.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Project);
        PerLocation.Draw(fields.Page, policy.AggregateAppliesPer == AggregateScope.Location);
        CoverageTable.DrawAmount(fields, Top, 0, limits.EachOccurrence);
        CoverageTable.DrawAmount(fields, Top, 1, limits.DamageToRentedPremises);
        CoverageTable.DrawAmount(fields, Top, 2, limits.MedicalExpense);
        CoverageTable.DrawAmount(fields, Top, 3, limits.PersonalAndAdvertisingInjury);
        CoverageTable.DrawAmount(fields, Top, 4, limits.GeneralAggregate);
        CoverageTable.DrawAmount(fields, Top, 5, limits.ProductsCompletedOperationsAggregate);
    }
}
