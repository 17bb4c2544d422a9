using System.Text.RegularExpressions;

namespace Portal.Notification.Urgent;

/// <summary>
/// A relay's reply as logs and error queues may keep it. Relays often repeat the address, and a filter may repeat what
/// it found in the message.
/// </summary>
internal static partial class RedactedReply
{
    /// <summary>The reply without the part of addresses that names a person, and without longer numbers.</summary>
    public static string Of(string answer) => Numbers().Replace(Locals().Replace(answer, "***@"), "***");

    [GeneratedRegex(@"[^\s<>:;,()\[\]""]+@")]
    private static partial Regex Locals();

    [GeneratedRegex("(?<![0-9.])[0-9]{4,}(?:[ -][0-9]+)*")]
    private static partial Regex Numbers();
}
