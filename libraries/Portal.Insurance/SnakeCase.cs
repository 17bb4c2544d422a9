using System.Text.Json;

namespace Portal.Insurance;

/// <summary>
/// The words of the API and the import files for what an enum names, in snake case such as <c>general_liability</c>.
/// </summary>
public static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue.TryGetValue(value, out var word) ? word : Converted(value);

    /// <summary>The value that the word names; null where there is none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum => Words<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    /// <summary>Every word, as a sentence lists them.</summary>
    public static string All<T>()
        where T : struct, Enum => Words<T>.Listed;

    private static string Converted<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(value => value, Converted);

        public static readonly Dictionary<string, T> ByWord =
            ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly string Listed = string.Join(", ", ByValue.Values);
    }
}
