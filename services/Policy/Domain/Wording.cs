using System.Text.Json;
using Portal.Contracts;

namespace Portal.Policies.Domain;

/// <summary>The words of the API and the import files for lines and limits, in snake case.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, PolicyLine> Lines =
        Enum.GetValues<PolicyLine>().ToDictionary(line => Of(line), StringComparer.Ordinal);

    /// <summary>Every line, as a sentence lists them.</summary>
    public static string KnownLines { get; } = string.Join(", ", Lines.Keys);

    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    public static PolicyLine? Line(string word) => Lines.TryGetValue(word, out var line) ? line : null;
}
