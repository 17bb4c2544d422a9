using System.Text.RegularExpressions;

namespace Portal.Identity.Domain;

/// <summary>Telephone numbers as people write them, and in E.164.</summary>
internal static partial class MobileNumber
{
    private const int NationalDigits = 10;
    private const string AmericanCode = "1";

    /// <summary>
    /// The number in E.164; null when it is none. Without a country code it is taken for one of the North American Numbering
    /// Plan, whose area and exchange codes begin with 2 to 9.
    /// </summary>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        if (!Written().IsMatch(trimmed))
        {
            return null;
        }

        var digits = string.Concat(trimmed.Where(char.IsAsciiDigit));
        if (!trimmed.StartsWith('+') && digits.Length == NationalDigits)
        {
            digits = AmericanCode + digits;
        }

        var isAmerican = digits.StartsWith(AmericanCode, StringComparison.Ordinal);
        return (isAmerican ? American().IsMatch(digits) : trimmed.StartsWith('+') && Foreign().IsMatch(digits)) ? "+" + digits : null;
    }

    [GeneratedRegex(@"^\+?[0-9 ().\-]{7,30}\z")]
    private static partial Regex Written();

    [GeneratedRegex(@"^1[2-9][0-9]{2}[2-9][0-9]{6}\z")]
    private static partial Regex American();

    [GeneratedRegex(@"^[2-9][0-9]{6,14}\z")]
    private static partial Regex Foreign();
}
