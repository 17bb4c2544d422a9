using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Access;

/// <summary>
/// The tables of <c>docs/powers.md</c>: the roads that give a power, the roads that give none, and the pages' forms.
/// </summary>
internal sealed record PowerTable(
    IReadOnlyList<string> Powers, IReadOnlyDictionary<string, string> Others, IReadOnlyDictionary<string, string> Pages)
{
    public const string File = "docs/powers.md";

    /// <exception cref="InvalidDataException">
    /// A section is missing, or a road stands twice in one where it may not.
    /// </exception>
    public static PowerTable Read()
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(House.Root, File));
        return new PowerTable(
            [.. RowsOf(lines, "## Roads that give a power").Select(cells => Write(cells))],
            ByRoad(RowsOf(lines, "## Roads that give none")),
            ByRoad(RowsOf(lines, "## Forms of the pages")));
    }

    /// <summary>A row as the first table writes it.</summary>
    public static string Write(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static Dictionary<string, string> ByRoad(IEnumerable<string[]> rows)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in rows)
        {
            if (cells is not [{ Length: > 0 } road, { Length: > 0 } what] || !read.TryAdd(road, what))
            {
                throw new InvalidDataException($"No row, or a second one of its road: {Write(cells)}");
            }
        }

        return read;
    }

    private static IEnumerable<string[]> RowsOf(string[] lines, string section)
    {
        var start = Array.IndexOf(lines, section);
        if (start < 0)
        {
            throw new InvalidDataException($"{File} has no section '{section}'.");
        }

        return lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries));
    }
}
