using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Api;

/// <summary>The tables of docs/vocabulary.md.</summary>
internal static partial class Vocabulary
{
    /// <summary>
    /// Words that no name of the API has, in lower case and with blanks between: <c>remote address</c>.
    /// </summary>
    public static IReadOnlyList<string> Never { get; } =
    [
        .. Rows().Select(cells => cells[^1]).Where(cell => cell != "–")
            .SelectMany(cell => cell.Split(',')).Select(word => string.Join(' ', WordsOf(word.Trim()))),
    ];

    /// <summary>The names in code marks of the tables: parameters, properties and codes.</summary>
    public static IReadOnlySet<string> Names { get; } = Rows().SelectMany(cells => cells)
        .SelectMany(cell => Marked().Matches(cell)).Select(match => match.Groups[1].Value).ToHashSet();

    /// <summary>A name's words in lower case: willReceive and will-receive are both "will", "receive".</summary>
    public static IReadOnlyList<string> WordsOf(string name) =>
        [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    /// <summary>The word that a name must not have; null where it has none of them.</summary>
    public static string? Forbidden(string name)
    {
        var words = $" {string.Join(' ', WordsOf(name))} ";
        return Never.FirstOrDefault(never => words.Contains($" {never} ", StringComparison.Ordinal));
    }

    // Rows of the tables whose last column is headed Never.
    private static IEnumerable<string[]> Rows()
    {
        var isRead = false;
        foreach (var line in File.ReadLines(Path.Combine(House.Root, "docs", "vocabulary.md")))
        {
            string[] cells = line.StartsWith('|') ? line.Trim('|').Split('|', StringSplitOptions.TrimEntries) : [];
            isRead = cells.Length > 0 && (isRead || cells[^1] == "Never");
            if (isRead && cells[^1] != "Never" && !cells[^1].StartsWith('-'))
            {
                yield return cells;
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Marked();

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
