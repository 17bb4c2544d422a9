using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class StretchTests
{
    private static readonly Arbitrary<string> Files =
        Gen.Elements("a", "ä", "\"", "\"\"", ",", "\r", "\n", "\r\n", " ").ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void A_file_is_cut_where_the_parser_ends_its_rows() => Check(file =>
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var alone = Stretch.Of(bytes, mostBytesOfRow: 0).Stretches
            .SelectMany(row => Rows(Encoding.UTF8.GetString(bytes, row.Start, row.Length), row.Line));

        Assert.Equal(Rows(file, firstLine: 1), alone);
    });

    [Fact]
    public void Nothing_of_a_file_is_lost_or_told_twice() => Check(file =>
    {
        var stretches = Stretch.Of(Encoding.UTF8.GetBytes(file), mostBytesOfRow: 4).Stretches;

        Assert.Equal(Encoding.UTF8.GetByteCount(file), stretches.Sum(stretch => stretch.Length));
        Assert.All(stretches.Skip(1).Zip(stretches), pair => Assert.Equal(pair.Second.Start + pair.Second.Length, pair.First.Start));
        Assert.All(stretches.Where(stretch => stretch.IsLongRow), stretch => Assert.True(stretch.Length > 4));
    });

    private static void Check(Action<string> holds) =>
        Prop.ForAll(Files, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static List<string> Rows(string text, int firstLine)
    {
        using var parser = new SheetParser(new StringReader(text), firstLine);
        var rows = new List<string>();
        while (parser.Read())
        {
            rows.Add($"{parser.Line}: {string.Join('|', parser.Cells)}");
        }

        return rows;
    }
}
