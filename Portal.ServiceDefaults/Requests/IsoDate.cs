using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// A day in an address, written as it is in JSON: 2027-01-31 (ISO 8601). The framework would take 01/02/2027 too, and
/// read it month first.
/// </summary>
/// <param name="Value">The day.</param>
public readonly record struct IsoDate(DateOnly Value) : IParsable<IsoDate>
{
    /// <inheritdoc/>
    public static IsoDate Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is no day.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IsoDate result)
    {
        var known = DateOnly.TryParseExact(
            s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        result = new IsoDate(day);
        return known;
    }
}
