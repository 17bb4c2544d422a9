using Portal.Contracts.Policies;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// Days that usually lie between mailing a notice and its effect. States differ; the portal warns and doesn't judge.
/// </summary>
internal static class NoticePeriod
{
    /// <summary>For nonpayment of premium, and of workers compensation.</summary>
    private const int Short = 10;

    /// <summary>For every other reason, and for non-renewal.</summary>
    private const int Long = 30;

    /// <param name="line">Line of the policy.</param>
    /// <param name="reason">Reason of a notice of cancellation, as the insurer words it.</param>
    public static int ToCancel(PolicyLine? line, string? reason) =>
        line == PolicyLine.WorkersCompensation || IsNonpayment(reason) ? Short : Long;

    public static int NotToRenew => Long;

    /// <summary>What to know of the days between mailing and effect.</summary>
    public static (PolicyWarning Warning, bool Holds)[] Check(DateOnly mailedOn, DateOnly effective, int asked)
    {
        var days = effective.DayNumber - mailedOn.DayNumber;
        return [(PolicyWarning.NoticeTooShort, days < asked), (PolicyWarning.NoticeWithoutSlack, days == asked)];
    }

    // Insurers write "nonpayment", "Non-Payment of premium", "non payment".
    private static bool IsNonpayment(string? reason) =>
        string.Concat((reason ?? "").Where(char.IsLetter)).Contains("nonpay", StringComparison.OrdinalIgnoreCase);
}
