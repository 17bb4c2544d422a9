using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>The walks through the system lead along files that exist.</summary>
public sealed partial class WalkTests
{
    private static readonly string Walks = File.ReadAllText(Path.Combine(House.Root, "docs/walks.md"));

    [Fact]
    public void Every_file_of_a_walk_exists_once()
    {
        var files = House.Files(".cs").Concat(House.Files(".json")).Concat(House.Files(".razor")).Select(House.Relative)
            .ToList();
        var named = FileName().Matches(Walks).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 30, "The walks name hardly a file.");
        Assert.All(named, name => Assert.True(
            files.Count(file => file == name || file.EndsWith("/" + name, StringComparison.Ordinal)) == 1,
            $"docs/walks.md names {name}, which is "
            + $"{files.Count(file => file.EndsWith("/" + name, StringComparison.Ordinal))} files."));
    }

    [Theory]
    [InlineData("## A renewal")]
    [InlineData("## A sign-in")]
    [InlineData("## A page")]
    public void There_is_a_walk_of(string heading) => Assert.Contains(heading, Walks, StringComparison.Ordinal);

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|json|razor))`")]
    private static partial Regex FileName();
}
