namespace Portal.Identity.Domain.SignIns;

/// <summary>Digits as people type and paste them.</summary>
internal static class TypedDigits
{
    private const int MaxTyped = 64;

    /// <summary>
    /// The digits without blanks and hyphens; null when there are more or fewer, or something else is among them.
    /// </summary>
    public static string? Read(string? typed, int length)
    {
        if (typed is null or { Length: > MaxTyped })
        {
            return null;
        }

        var digits = string.Concat(typed.Where(one => !char.IsWhiteSpace(one) && one != '-'));
        return digits.Length == length && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
