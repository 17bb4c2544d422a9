using System.Runtime.CompilerServices;
using System.Text;
using Portal.Contracts.Imports;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class RowsTests
{
    private const string Header = "client_ref,legal_name,street,city,state,zip,contact_name,contact_email,dba";

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r", "\r")]
    public void Going_back_to_rows_finds_what_they_said_whatever_their_order(string end, string last)
    {
        var rows = Read(
            $"{string.Join(end, "\uFEFF" + Header, Row("C1", $"\"Line one{end}Line two\""), "", Row("Ä2", "\"a, \"\"b\"\"\""), Row("C3", "\"never\" closed"), Row("C4", "d"))}{last}");
        var read = rows.Readable.Select(row => row.Value).ToList();

        Assert.Equal([2, 5, 7], read.Select(client => client.Line));
        Assert.Equal([read[2], read[0], read[1], read[0]], rows.At([7, 2, 5, 2]));
    }

    [Fact]
    public void Going_back_to_more_rows_than_are_parsed_at_once_keeps_their_order()
    {
        var rows = Read(
            string.Join('\n', Enumerable.Range(0, 1_000).Select(number => Row($"C{number}", "d")).Prepend(Header)));

        Assert.Equal(
            Enumerable.Range(0, 1_000).Reverse().Select(number => $"C{number}"),
            rows.At(Enumerable.Range(2, 1_000).Reverse()).Select(client => client.ClientRef));
    }

    [Fact]
    public void Reading_again_finds_the_same_problems_in_the_same_order()
    {
        var rows = Read(string.Join('\n', Header, Row("C1", "d"), Row("C1", "d"), "damaged", Row("", "d")));
        var problems = rows.Problems.ToList();

        Assert.Equal([4, 3, 5], problems.Select(problem => problem.Line));
        Assert.Single(rows.Good);
        Assert.Equal(problems, rows.Problems);
        Assert.Equal(problems, rows.Checked((_, _) => { }).Problems);
    }

    [Fact]
    public void A_later_check_refuses_more_rows_and_tells_its_problems_behind_those_of_the_row()
    {
        var rows = Read(string.Join('\n', Header, Row("C1", "d"), Row("", "d"), "damaged"));
        var judged = rows.Checked((row, _) => row.Refuse("dba", "No."));

        Assert.Equal(
            [(4, ""), (2, "dba"), (3, "client_ref"), (3, "dba")],
            judged.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.Equal((3, 2), (judged.Refused, rows.Refused));
        Assert.Empty(judged.Good);
    }

    [Fact]
    public void No_row_is_kept_once_it_was_read()
    {
        var rows = Read(string.Join('\n', Header, Row("C1", "d"), Row("C2", "d"), Row("C1", "d"), Row("", "d")));
        var read = ReadToEnd(rows);
        GC.Collect();

        Assert.Equal(4, read.Count);
        Assert.DoesNotContain(read, row => row.IsAlive);
        Assert.Equal(2, rows.Refused);
    }

    // In a method of its own, so that no variable of the test holds a row.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> ReadToEnd(Rows<ClientRow> rows) =>
        [.. rows.Readable.Select(read => new WeakReference(read.Row))];

    private static string Row(string reference, string dba) =>
        $"{reference},Name,1 Main St,Newark,NJ,07102,Contact,a@b.example,{dba}";

    private static Rows<ClientRow> Read(string text) =>
        ClientSheet.Read(Sheet.Read(ClientSheet.Layout, Encoding.UTF8.GetBytes(text)));
}
