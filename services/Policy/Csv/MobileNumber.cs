using PhoneNumbers;

namespace Portal.Policies.Csv;

/// <summary>Mobile numbers of an import.</summary>
internal static class MobileNumber
{
    /// <summary>
    /// Whether the text is a number in E.164, of a country there is and of a length that the country has. Whether its area
    /// code is in use is not asked: that changes, and a wrong answer would refuse the whole client.
    /// </summary>
    public static bool IsOne(string text)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, defaultRegion: null);
            return numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                && numbers.Format(number, PhoneNumberFormat.E164) == text;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
