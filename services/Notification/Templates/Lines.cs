using Portal.Contracts;

namespace Portal.Notification.Templates;

/// <summary>Lines of business as a holder reads them.</summary>
internal static class Lines
{
    public static string Name(PolicyLine line) => line switch
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
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "No such line of business."),
    };
}
