using Portal.Contracts;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>Lines of business in the words of the trade.</summary>
internal static class CoverageNames
{
    public static string Of(PolicyLine line) => line switch
    {
        PolicyLine.GeneralLiability => "Commercial general liability",
        PolicyLine.Auto => "Automobile liability",
        PolicyLine.Umbrella => "Umbrella liability",
        PolicyLine.Excess => "Excess liability",
        PolicyLine.WorkersCompensation => "Workers compensation and employers' liability",
        PolicyLine.Professional => "Professional liability",
        PolicyLine.Cyber => "Cyber liability",
        PolicyLine.Pollution => "Pollution liability",
        PolicyLine.Property => "Commercial property",
        PolicyLine.InlandMarine => "Inland marine",
        PolicyLine.Crime => "Crime",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "The certificate has no name for this line of business."),
    };

    public static string Of(CoverageForm form) => form switch
    {
        CoverageForm.Occurrence => "Occurrence",
        CoverageForm.ClaimsMade => "Claims-made",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "The certificate has no name for this coverage form."),
    };
}
