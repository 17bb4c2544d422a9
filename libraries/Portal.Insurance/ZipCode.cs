using System.Text.RegularExpressions;

namespace Portal.Insurance;

/// <summary>ZIP codes of five digits, or nine as 12345-6789 (USPS Publication 28, section 211).</summary>
public static partial class ZipCode
{
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?\z")]
    private static partial Regex Form();
}
