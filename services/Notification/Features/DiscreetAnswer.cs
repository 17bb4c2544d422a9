using System.Text.RegularExpressions;

namespace Portal.Notification.Features;

/// <summary>
/// A relay's answer as logs and error queues may keep it. Relays like to repeat the address, and a filter may repeat what
/// it found in the message.
/// </summary>
internal static partial class DiscreetAnswer
{
    /// <summary>The answer without the part of addresses that names a person, and without longer numbers.</summary>
    public static string Of(string answer) => Numbers().Replace(Locals().Replace(answer, "***@"), "***");

    [GeneratedRegex(@"[^\s<>:;,()\[\]""]+@")]
    private static partial Regex Locals();

    [GeneratedRegex("(?<![0-9.])[0-9]{4,}(?:[ -][0-9]+)*")]
    private static partial Regex Numbers();
}
