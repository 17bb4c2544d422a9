using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// A value of an enum in an address, written as it is in JSON: in snake case. The framework would read it in the
/// spelling of the source, or as a number.
/// </summary>
/// <param name="Value">The value.</param>
[SuppressMessage("Design", "CA1000", Justification = "The framework binds by these methods.")]
public readonly record struct SnakeCaseEnum<T>(T Value) : IParsable<SnakeCaseEnum<T>>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <inheritdoc/>
    public static SnakeCaseEnum<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"'{s}' is none of {string.Join(", ", ByWord.Keys)}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SnakeCaseEnum<T> result)
    {
        var known = ByWord.TryGetValue(s ?? "", out var value);
        result = new SnakeCaseEnum<T>(value);
        return known;
    }
}
