using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>How the source lies in its folders.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;
    private const int MostColumns = 120;

    /// <summary>
    /// A line may be too long by a literal of so many characters alone, which would be torn otherwise.
    /// </summary>
    private const int ShortestLiteral = 40;

    /// <summary>
    /// Where dotnet-ef starts: design-time only, and differing with the project that it is told to migrate.
    /// </summary>
    private const string OutsideTheSolution = "eng/Portal.Migrations/Portal.Migrations.csproj";

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(House.Root, "Portal.sln")).Replace('\\', '/');

        var missing = Projects().Select(House.Relative).Where(project => project != OutsideTheSolution)
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        var source = House.Files(".cs").Concat(House.Files(".razor")).Concat(House.Files(".css"))
            .Concat(House.Files(".sh"))
            .Where(file => !House.Relative(file).Contains("/Migrations/", StringComparison.Ordinal));

        Assert.Empty(source.Where(file => File.ReadLines(file).Count() > MostLines).Select(House.Relative));
    }

    /// <summary>
    /// The name of a test is a sentence, and a text that others read or compare stays whole.
    /// </summary>
    [Fact]
    public void No_line_is_longer_than_a_hundred_and_twenty_columns()
    {
        var wrong =
            from path in House.Files(".cs")
            let file = House.Relative(path)
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            from line in OutsideRawLiterals(File.ReadLines(path))
            where line.Text.Length > MostColumns
                && Literal().Replace(line.Text, "").Length > MostColumns - ShortestLiteral
                && !TestName().IsMatch(line.Text)
            select $"{file}:{line.Number}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var project in Projects())
        {
            var folder = Path.GetDirectoryName(project)!;
            var root = XDocument.Load(project).Descendants("RootNamespace").SingleOrDefault()?.Value
                ?? Path.GetFileNameWithoutExtension(project);
            var nested = Projects().Select(other => Path.GetDirectoryName(other)!)
                .Where(other => IsUnder(other, folder)).ToList();
            foreach (var file in House.Files(".cs")
                    .Where(file => IsUnder(file, folder) && !nested.Exists(other => IsUnder(file, other))))
            {
                if (Namespace().Match(File.ReadAllText(file)) is { Success: true } found)
                {
                    var path = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!)
                        .Replace(Path.DirectorySeparatorChar, '.');
                    var expected = path == "." ? root : $"{root}.{path}";
                    Assert.True(
                        expected == found.Groups[1].Value,
                        $"{House.Relative(file)} is in {found.Groups[1].Value}, not {expected}.");
                }
            }
        }
    }

    [Fact]
    public void No_namespace_is_another_products()
    {
        var foreign = House.Files(".cs")
            .Where(file => Namespace().Match(File.ReadAllText(file)) is { Success: true } found
            && found.Groups[1].Value.Split('.')[0] != "Portal");

        Assert.Empty(foreign.Select(House.Relative));
    }

    /// <summary>
    /// Lines with their numbers, without what a raw literal holds: SQL, HTML and JSON have lines of their own.
    /// </summary>
    private static IEnumerable<(string Text, int Number)> OutsideRawLiterals(IEnumerable<string> lines)
    {
        var inside = false;
        foreach (var (text, i) in lines.Select((text, i) => (text, i)))
        {
            var toggles = RawQuotes().Count(text) % 2 == 1;
            if (!inside && !toggles)
            {
                yield return (text, i + 1);
            }

            inside ^= toggles;
        }
    }

    private static List<string> Projects() => [.. House.Files(".csproj")];

    private static bool IsUnder(string file, string folder) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex("\\$*\"{3}.*?\"{3,}|\\$*\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"^    public (async Task|void|Task) \w+\(")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
