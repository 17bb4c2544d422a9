using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class SheetSegmentTests
{
    private static readonly Arbitrary<string> Files =
        Gen.Elements("a", "ä", "\"", "\"\"", ",", "\r", "\n", "\r\n", " ").ListOf()
            .Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void A_file_is_cut_where_the_parser_ends_its_rows() => Check(file =>
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var alone = SheetSegment.Of(bytes, mostBytesOfRow: 0).Segments
            .SelectMany(row => Rows(Encoding.UTF8.GetString(bytes, row.Start, row.Length), row.Line));

        Assert.Equal(Rows(file, firstLine: 1), alone);
    });

    [Fact]
    public void Nothing_of_a_file_is_lost_or_told_twice() => Check(file =>
    {
        var segments = SheetSegment.Of(Encoding.UTF8.GetBytes(file), mostBytesOfRow: 4).Segments;

        Assert.Equal(Encoding.UTF8.GetByteCount(file), segments.Sum(segment => segment.Length));
        Assert.All(
            segments.Skip(1).Zip(segments),
            pair => Assert.Equal(pair.Second.Start + pair.Second.Length, pair.First.Start));
        Assert.All(segments.Where(segment => segment.IsLongRow), segment => Assert.True(segment.Length > 4));
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
