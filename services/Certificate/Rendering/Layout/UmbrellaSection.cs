using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>
/// Umbrella or excess liability: trigger, what the insured bears itself, occurrence and aggregate limit.
/// </summary>
internal static class UmbrellaSection
{
    public const double Top = AutoSection.Bottom;
    public const double Bottom = Top + (4 * CoverageTable.RowHeight) + 1;

    private const double Text = CoverageTable.Type + Sheet.Inset;

    private static readonly CheckBox Umbrella = new(Text, Top + 19.5, "Umbrella");
    private static readonly CheckBox Excess = new(Text + 66, Top + 19.5, "Excess");
    private static readonly CheckBox Occurrence = new(Text, Top + 29.5, CoverageTerms.NameOf(CoverageForm.Occurrence));
    private static readonly CheckBox ClaimsMade = new(
        Text + 66, Top + 29.5, CoverageTerms.NameOf(CoverageForm.ClaimsMade));
    private static readonly CheckBox Deductible = new(
        Text, Top + 39.5, CertificateSection.UmbrellaOrExcess.NameOf(LimitKind.Deductible));
    private static readonly CheckBox Retention = new(
        Text + 66, Top + 39.5, CertificateSection.UmbrellaOrExcess.NameOf(LimitKind.Retention));

    public static void DrawFrame(ContentWriter page)
    {
        page.Across(Sheet.Left, Sheet.Right, Top, 0.6);
        page.Caption(Text, Top + 9.5, CertificateSection.UmbrellaOrExcess.Heading[0]);
        Umbrella.DrawFrame(page);
        Excess.DrawFrame(page);
        Occurrence.DrawFrame(page);
        ClaimsMade.DrawFrame(page);
        Deductible.DrawFrame(page);
        Retention.DrawFrame(page);
        CoverageTable.DrawLimitNames(page, Top, CertificateSection.UmbrellaOrExcess);
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
        CoverageTable.DrawAmounts(fields, Top, CertificateSection.UmbrellaOrExcess, policy.Limits);
    }
}
