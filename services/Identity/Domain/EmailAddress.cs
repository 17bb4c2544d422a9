using System.Text.RegularExpressions;

namespace Portal.Identity.Domain;

/// <summary>
/// Mail addresses that a mail server can be given: RFC 5321's dot-strings at a host name, without quoting.
/// </summary>
internal static partial class EmailAddress
{
    /// <summary>Most characters (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    public const int Longest = 254;

    public static bool IsOne(string text) => text.Length <= Longest && Shape().IsMatch(text);

    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
