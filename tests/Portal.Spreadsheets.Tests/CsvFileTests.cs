using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Portal.Spreadsheets.Tests;

public sealed class CsvFileTests
{
    private const string FormulaStarts = "=+-@\t＝＋－＠";

    private static readonly char[] Breaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    [Fact]
    public async Task Every_cell_is_quoted_and_the_file_says_its_character_set()
    {
        var bytes = await WriteAsync(["a", "", "b \"c\""], ["d;e", "f,g", "h\ni"]);

        Assert.Equal(
            "\uFEFF\"a\",\"\",\"b \"\"c\"\"\"\r\n\"d;e\",\"f,g\",\"h\ni\"\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void Cells_are_read_back_as_they_were() => Check(rows => Assert.Equal(
        rows, Read(Write(rows), ",").Select(row => row.Select(FormulaGuard.Unguard).ToArray())));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void No_reader_finds_a_formula_whatever_it_takes_for_a_divider(string divider) =>
        Check(
            rows => Assert.All(
                Read(Write(rows), divider).SelectMany(row => row).Select(cell => cell.TrimStart(Breaks)),
                AssertIsText));

    /// <summary>
    /// The worst reader: whatever is quoted, it begins a row at each line break and a cell at each divider.
    /// </summary>
    [Fact]
    public void Nor_does_one_that_knows_no_quotes() => Check(rows => Assert.All(
        Encoding.UTF8.GetString(Write(rows)).TrimStart('\uFEFF').Split([.. Breaks, ',', ';', '\t', '|'])
            .Select(cell => cell.TrimStart('"')),
        AssertIsText));

    private static void Check(Action<string[][]> holds) =>
        Prop.ForAll(SpreadsheetTexts.Rows(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void AssertIsText(string cell) =>
        Assert.False(
            cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal), $"'{cell}' would run.");

    private static List<string[]> Read(byte[] file, string divider)
    {
        using var text = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = divider,
            IgnoreBlankLines = false,
            BadDataFound = null,
        });
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }

    private static byte[] Write(string[][] rows) => WriteAsync(rows).GetAwaiter().GetResult();

    private static async Task<byte[]> WriteAsync(params string[][] rows)
    {
        using var stream = new MemoryStream();
        await using (var file = new CsvFile(stream))
        {
            foreach (var row in rows)
            {
                await file.WriteAsync(row);
            }
        }

        return stream.ToArray();
    }
}
