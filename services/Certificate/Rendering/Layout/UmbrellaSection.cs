using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Umbrella or excess liability: trigger, what the insured bears itself, occurrence and aggregate limit.</summary>
internal static class UmbrellaSection
{
    public const double Top = AutoSection.Bottom;
    public const double Bottom = Top + (4 * CoverageTable.RowHeight) + 1;

    private const double Text = CoverageTable.Type + Sheet.Inset;

    private static readonly CheckBox Umbrella = new(Text, Top + 19.5, "Umbrella");
    private static readonly CheckBox Excess = new(Text + 66, Top + 19.5, "Excess");
    private static readonly CheckBox Occurrence = new(Text, Top + 29.5, "Occurrence");
    private static readonly CheckBox ClaimsMade = new(Text + 66, Top + 29.5, "Claims-made");
    private static readonly CheckBox Deductible = new(Text, Top + 39.5, "Deductible");
    private static readonly CheckBox Retention = new(Text + 66, Top + 39.5, "Retention");

    public static void DrawFrame(ContentWriter page)
    {
        page.Across(Sheet.Left, Sheet.Right, Top, 0.6);
        page.Caption(Text, Top + 9.5, "UMBRELLA / EXCESS LIABILITY");
        Umbrella.DrawFrame(page);
        Excess.DrawFrame(page);
        Occurrence.DrawFrame(page);
        ClaimsMade.DrawFrame(page);
        Deductible.DrawFrame(page);
        Retention.DrawFrame(page);
        CoverageTable.DrawLimitName(page, Top, 0, "Each occurrence");
        CoverageTable.DrawLimitName(page, Top, 1, "Aggregate");
        CoverageTable.DrawLimitName(page, Top, 2, "Deductible");
        CoverageTable.DrawLimitName(page, Top, 3, "Retention");
    }

    public static void Draw(Fields fields, Coverage coverage)
    {
        var policy = coverage.Policy;
        CoverageTable.DrawPolicy(fields, coverage, Top, Bottom - Top);
        Umbrella.Draw(fields.Page, policy.Line == PolicyLine.Umbrella);
        Excess.Draw(fields.Page, policy.Line == PolicyLine.Excess);
        Occurrence.Draw(fields.Page, policy.Form == CoverageForm.Occurrence);
        ClaimsMade.Draw(fields.Page, policy.Form == CoverageForm.ClaimsMade);
        Deductible.Draw(fields.Page, policy.Limits.Deductible is not null);
        Retention.Draw(fields.Page, policy.Limits.Retention is not null);
        CoverageTable.DrawAmount(fields, Top, 0, policy.Limits.EachOccurrence);
        CoverageTable.DrawAmount(fields, Top, 1, policy.Limits.GeneralAggregate);
        CoverageTable.DrawAmount(fields, Top, 2, policy.Limits.Deductible);
        CoverageTable.DrawAmount(fields, Top, 3, policy.Limits.Retention);
    }
}
