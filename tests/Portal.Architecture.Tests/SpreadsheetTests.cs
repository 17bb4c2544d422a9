using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>One place writes what spreadsheets open, so that its guard against formulas is nowhere forgotten.</summary>
public sealed partial class SpreadsheetTests
{
    private const string Room = "libraries/Portal.Spreadsheets/";

    /// <summary>Passes a file of the person's own on to Policy, and writes none.</summary>
    private const string PassesOn = "web/Portal.Web/Api/Imports/ImportApi.cs";

    private static readonly string[] Made = ["services/", "gateway/", "web/", "libraries/", "Portal.ServiceDefaults/"];

    [Fact]
    public void Only_the_spreadsheets_write_CSV()
    {
        var writers = Source().Where(file => Writer().IsMatch(File.ReadAllText(file))).Select(House.Relative);

        Assert.Equal([Room + "CsvFile.cs"], writers);
    }

    [Fact]
    public void Whoever_answers_a_spreadsheet_has_it_written_there()
    {
        var answering = Source().Where(file => Answer().IsMatch(File.ReadAllText(file)))
            .Select(House.Relative).Where(file => file != PassesOn).ToList();

        Assert.NotEmpty(answering);
        Assert.All(
            answering,
            file => Assert.Contains("using Portal.Spreadsheets;", NeighboursOf(file), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Source() => House.Files(".cs")
        .Where(file => Made.Any(made => House.Relative(file).StartsWith(made, StringComparison.Ordinal)));

    private static string NeighboursOf(string file) => string.Concat(
        Directory.EnumerateFiles(
            Path.GetDirectoryName(Path.Combine(House.Root, file))!, "*.cs").Select(File.ReadAllText));

    [GeneratedRegex(@"\b(CsvWriter|CsvSerializer|CsvDataWriter|IWriter|SpreadsheetDocument|XLWorkbook)\b")]
    private static partial Regex Writer();

    [GeneratedRegex(@"text/csv|application/vnd\.(ms-excel|openxmlformats-officedocument\.spreadsheetml)")]
    private static partial Regex Answer();
}
