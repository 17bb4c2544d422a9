using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>How the source lies in its folders.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;

    /// <summary>Where dotnet-ef starts: design-time only, and differing with the project that it is told to migrate.</summary>
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
        var source = House.Files(".cs").Concat(House.Files(".razor")).Concat(House.Files(".css")).Concat(House.Files(".sh"))
            .Where(file => !House.Relative(file).Contains("/Migrations/", StringComparison.Ordinal));

        Assert.Empty(source.Where(file => File.ReadLines(file).Count() > MostLines).Select(House.Relative));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var project in Projects())
        {
            var folder = Path.GetDirectoryName(project)!;
            var root = XDocument.Load(project).Descendants("RootNamespace").SingleOrDefault()?.Value
                ?? Path.GetFileNameWithoutExtension(project);
            var nested = Projects().Select(other => Path.GetDirectoryName(other)!).Where(other => IsUnder(other, folder)).ToList();
            foreach (var file in House.Files(".cs").Where(file => IsUnder(file, folder) && !nested.Exists(other => IsUnder(file, other))))
            {
                if (Namespace().Match(File.ReadAllText(file)) is { Success: true } found)
                {
                    var path = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
                    var expected = Expected(root, path);
                    Assert.True(expected == found.Groups[1].Value, $"{House.Relative(file)} is in {found.Groups[1].Value}, not {expected}.");
                }
            }
        }
    }

    /// <summary>Contracts are flat.</summary>
    private static string Expected(string root, string path) => path == "." || root == "Portal.Contracts" ? root : $"{root}.{path}";

    [Fact]
    public void No_namespace_is_another_products()
    {
        var foreign = House.Files(".cs").Where(file => Namespace().Match(File.ReadAllText(file)) is { Success: true } found
            && found.Groups[1].Value.Split('.')[0] != "Portal");

        Assert.Empty(foreign.Select(House.Relative));
    }

    private static List<string> Projects() => [.. House.Files(".csproj")];

    private static bool IsUnder(string file, string folder) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
