using System.Text.RegularExpressions;

namespace Portal.Web.Pages.Broker.WatchDistribution;

/// <summary>
/// What a broker does about a mail that was given up, by what the mail server said (RFC 5321, RFC 3463).
/// </summary>
internal static partial class FailureAdvice
{
    public static string For(string? answer) => answer switch
    {
        null => "Retry. If it stays, ask the holder for another address.",
        _ when NoSuchBox().IsMatch(answer) =>
            "Ask the holder for the right address and import it for the next time. Download this certificate and "
            + "send it yourself.",
        _ when BoxFull().IsMatch(answer) => "The holder's mailbox is full. Call them, or retry tomorrow.",
        _ when Refused().IsMatch(answer) =>
            "The holder's mail system refuses our mail. Ask them to allow it, then retry.",
        _ when TooLarge().IsMatch(answer) =>
            "The mail is too large for the holder. Download the certificate and send it another way.",
        _ => "Retry. If it stays, ask the holder for another address.",
    };

    [GeneratedRegex(@"\b5\.1\.\d+\b|\b55[013]\b(?!.*(spam|policy|block|denied))|user unknown|no such|does not exist", RegexOptions.IgnoreCase)]
    private static partial Regex NoSuchBox();

    [GeneratedRegex(@"\b[45]\.2\.2\b|\b552\b|quota|mailbox full", RegexOptions.IgnoreCase)]
    private static partial Regex BoxFull();

    [GeneratedRegex(@"\b5\.7\.\d+\b|spam|policy|block|denied", RegexOptions.IgnoreCase)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b5\.3\.4\b|too large|size limit", RegexOptions.IgnoreCase)]
    private static partial Regex TooLarge();
}
