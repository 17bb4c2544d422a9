using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Portal.Policies.Csv;

/// <summary>Mobile numbers of an import.</summary>
internal static partial class MobileNumber
{
    private const int AmericanCode = 1;

    /// <summary>
    /// Whether the text is a number in E.164, of a country there is and of a length that the country has, and not one that
    /// whoever texts it is charged extra for. Whether its area code is in use is not asked: that changes, and a wrong answer
    /// would refuse the whole client.
    /// </summary>
    public static bool IsOne(string text)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, defaultRegion: null);
            return numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                && (number.CountryCode != AmericanCode || American().IsMatch(number.NationalNumber.ToString(CultureInfo.InvariantCulture)))
                && numbers.GetNumberType(number) != PhoneNumberType.PREMIUM_RATE
                && numbers.Format(number, PhoneNumberFormat.E164) == text;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    // Area and exchange codes of the North American Numbering Plan begin with 2 to 9.
    [GeneratedRegex(@"^[2-9][0-9]{2}[2-9][0-9]{6}\z")]
    private static partial Regex American();
}
