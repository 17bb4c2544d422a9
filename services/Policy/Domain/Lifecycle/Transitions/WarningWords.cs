using System.Text.Json;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>Warnings as they are written down, and what they say to a person.</summary>
internal static class WarningWords
{
    private static readonly Dictionary<string, PolicyWarning> ByCode =
        Enum.GetValues<PolicyWarning>().ToDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>Code such as <c>notice-too-short</c>.</summary>
    public static string CodeOf(PolicyWarning warning) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{warning}");

    /// <summary>What to know, and what to do about it.</summary>
    /// <param name="code">Code of a warning.</param>
    public static string DetailOf(string code) => DetailOf(ByCode[code]);

    private static string DetailOf(PolicyWarning warning) => warning switch
    {
        PolicyWarning.AlreadyEndedByNotice => "The insurer's notice had ended the policy on this day already.",
        PolicyWarning.Backdated => "The policy ends on a day that has passed; look for certificates issued since.",
        PolicyWarning.EndorsementAfterCancellation =>
            "An endorsement on the books never takes effect, since cover ends before its day.",
        PolicyWarning.Gap => "There are days without cover between the two terms.",
        PolicyWarning.LaterEndorsementStands =>
            "A later endorsement says otherwise of the same thing and stands from its own day on.",
        PolicyWarning.NextTermFallsAway => "The renewal that was recorded falls away with the term before it.",
        PolicyWarning.NextTermNotChanged =>
            "The renewal that was recorded is not changed; endorse it too if it should.",
        PolicyWarning.NextTermRestored => "The renewal that was recorded comes back too; ask the insurer about it.",
        PolicyWarning.NoticeTooShort =>
            "There are fewer days between mailing and effect than is usually asked for; states differ.",
        PolicyWarning.NoticeWithoutSlack =>
            "There are just as many days between mailing and effect as is usually asked for; some courts count full ones.",
        PolicyWarning.PendingCancellation => "A notice of cancellation is out, or a cancellation is recorded ahead.",
        PolicyWarning.RecordedAfterEnd => "The policy had ended before this was recorded.",
        PolicyWarning.RecordedLate => "The notice's day had come before its withdrawal was recorded.",
        PolicyWarning.Retroactive => "It takes effect on a day that has passed; look for certificates issued since.",
        PolicyWarning.TermHasEnded => "The term that is changed has run out.",
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, null),
    };
}
