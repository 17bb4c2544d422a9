using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Portal.Identity.Domain;

/// <summary>Telephone numbers as people write them, and in E.164.</summary>
internal static partial class MobileNumber
{
    private const string DefaultRegion = "US";
    private const int AmericanCode = 1;
    private const int LongestWritten = 40;

    /// <summary>
    /// What a number is written with. The library would take letters for a telephone's keys and digits of other scripts for
    /// ours, and cuts off an extension, which no text message reaches.
    /// </summary>
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789 +().-/");

    /// <summary>
    /// The number in E.164; null when it is none, or one that whoever texts it is charged extra for. Without a country code it is
    /// taken for one of the United States, where 011 leads abroad.
    /// </summary>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > LongestWritten || trimmed.AsSpan().ContainsAnyExcept(Written))
        {
            return null;
        }

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(trimmed, DefaultRegion);
            return IsFit(number, numbers) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether an area code is in use is not asked, as imports don't either: that changes, and a contact's page must take
    /// again the number that it shows.
    /// </summary>
    private static bool IsFit(PhoneNumber number, PhoneNumberUtil numbers) =>
        numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        && (number.CountryCode != AmericanCode || American().IsMatch(number.NationalNumber.ToString(CultureInfo.InvariantCulture)))
        && numbers.GetNumberType(number) != PhoneNumberType.PREMIUM_RATE;

    // Area and exchange codes of the North American Numbering Plan begin with 2 to 9.
    [GeneratedRegex(@"^[2-9][0-9]{2}[2-9][0-9]{6}\z")]
    private static partial Regex American();
}
