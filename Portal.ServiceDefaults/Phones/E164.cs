using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Portal.ServiceDefaults.Phones;

/// <summary>Telephone numbers that a text message may be sent to, in the form of ITU-T E.164.</summary>
public static partial class E164
{
    private const int AmericanCode = 1;

    /// <summary>
    /// The number in E.164; null when it is of no country, of a length that its country does not have, or one that
    /// whoever texts it is charged extra for. Whether its area code is in use is not asked: that changes, and a number
    /// that was taken once must be taken again.
    /// </summary>
    /// <param name="text">The number, with + and a country code.</param>
    /// <param name="region">
    /// The country, by two letters of ISO 3166-1, of a number without a country code; null where it needs one.
    /// </param>
    public static string? Read(string text, string? region = null)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, region);
            return IsFit(number, numbers) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool IsFit(PhoneNumber number, PhoneNumberUtil numbers) =>
        numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        && (number.CountryCode != AmericanCode
            || American().IsMatch(number.NationalNumber.ToString(CultureInfo.InvariantCulture)))
        && numbers.GetNumberType(number) != PhoneNumberType.PREMIUM_RATE;

    // Area and exchange codes of the North American Numbering Plan begin with 2 to 9.
    [GeneratedRegex(@"^[2-9][0-9]{2}[2-9][0-9]{6}\z")]
    private static partial Regex American();
}
