using System.Text;
using Portal.Contracts.Imports;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class SheetTests
{
    private const string Header = "client_ref,legal_name,street,city,state,zip,contact_name,contact_email,dba";
    private const string Row = "C1,Name,1 Main St,Newark,NJ,07102,Contact,a@b.example,";

    [Fact]
    public void The_order_and_case_of_the_columns_are_free_and_a_byte_order_mark_is_none_of_them()
    {
        var rows = ClientSheet.Read(
            Open(
                "\uFEFFDBA,Client_Ref,legal_name,street,city,state,zip,contact_name,contact_email\r\nTrade,C1,Name,1 "
                + "Main St,Newark,NJ,07102,Contact,a@b.example\r\n"));

        Assert.Empty(rows.Problems);
        Assert.Equal(("C1", "Trade"), (rows.Good.Single().ClientRef, rows.Good.Single().Dba));
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins()
    {
        var rows = ClientSheet.Read(
            Open(
                $"{Header}\r\n\r\nC1,\"Name\r\nbroken\",1 Main "
                + "St,Newark,NJ,07102,Contact,a@b.example,\r\n,,,,,,,,\r\nC2,Name,1 Main "
                    + "St,Newark,XX,07102,Contact,a@b.example,\r\n"));

        Assert.Equal(
            [(3, "legal_name"), (6, "state")], rows.Problems.Select(problem => (problem.Line, problem.Column)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("client_ref;legal_name\r\n", "client_ref;legal_name")]
    [InlineData("client_ref,client_ref,legal_name,street,city,state,zip,contact_name,contact_email\r\n", "client_ref")]
    [InlineData("client_ref,legal_name,street,city,state,zip,contact_name\r\n", "contact_email")]
    [InlineData(Header + ",shoe_size\r\n", "shoe_size")]
    public void A_file_that_can_not_be_read_says_so_at_line_one(string text, string column)
    {
        var problem = Open(text).Problems[0];

        Assert.Equal((1, column), (problem.Line, problem.Column));
        Assert.Empty(Open(text).Rows());
    }

    [Fact]
    public void A_file_of_nothing_but_commas_is_refused_in_one_sentence()
    {
        var problem = Assert.Single(Open(new string(',', 50_000)).Problems);

        Assert.Contains("50001 columns", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void A_file_of_more_lines_than_fit_into_memory_is_refused_before_a_row_is_read(string end)
    {
        var most = Open(Header + string.Concat(Enumerable.Repeat(end, Sheet.MostLines)));
        var more = Open(Header + string.Concat(Enumerable.Repeat(end, Sheet.MostLines + 1)));

        Assert.Empty(most.Problems);
        Assert.Contains("send it in parts", Assert.Single(more.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(more.Rows());
    }

    [Theory]
    [InlineData(30_000_000)]
    [InlineData(Sheet.MostBytesOfRow)]
    public void A_first_line_that_is_too_long_is_refused_in_one_sentence(int length)
    {
        var problem = Assert.Single(Open(new string('x', length + 1)).Problems);

        Assert.Contains("65536 bytes", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"\"\"\r\n")]
    public void A_row_that_is_too_long_is_refused_alone_and_never_parsed(string before)
    {
        var end = before.Length > 0 ? "\"" : "";
        var row = Row.Replace("Name", before + new string('ä', 1_000_000) + end, StringComparison.Ordinal);
        var rows = ClientSheet.Read(
            Open($"{Header}\r\n{Row}\r\n{row}\r\n{Row.Replace("C1", "C2", StringComparison.Ordinal)}\r\n"));

        var problem = Assert.Single(rows.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("at most 65536", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("C1,", problem.Value, StringComparison.Ordinal);
        Assert.Equal(
            [("C1", 2), ("C2", before.Contains('\n', StringComparison.Ordinal) ? 5 : 4)],
            rows.Good.Select(client => (client.ClientRef, client.Line)));
    }

    [Theory]
    [InlineData("C1,Name,1 Main St,Newark,NJ,07102,Contact,a@b.example,\"never closed", "not closed")]
    [InlineData("C1,\"Name,1 Main St,Newark,NJ,07102,Contact,a@b.example,", "not closed")]
    [InlineData("C1,Na\"me,1 Main St,Newark,NJ,07102,Contact,a@b.example,", "double the quotes")]
    [InlineData("C1,\"Na\"me,1 Main St,Newark,NJ,07102,Contact,a@b.example,", "double the quotes")]
    public void A_quote_that_is_wrong_is_told_by_what_is_wrong_with_it(string damaged, string said)
    {
        var problem = Assert.Single(ClientSheet.Read(Open($"{Header}\r\n{Row}\r\n{damaged}")).Problems);

        Assert.Equal(3, problem.Line);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_says_where_the_row_begins_that_swallowed_the_others()
    {
        var swallowed = string.Concat(Enumerable.Repeat($"\r\n{Row}", 2_000));
        var rows = ClientSheet.Read(Open($"{Header}\r\n{Row}\r\n{Row}\"{swallowed}"));

        var problem = Assert.Single(rows.Problems);
        Assert.Equal((3, 1), (problem.Line, rows.Refused));
        Assert.Contains("a quote that is not closed", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_problems_than_anybody_mends_at_once_the_first_are_told_and_every_row_is_counted()
    {
        var rows = ClientSheet.Read(Open(Header + string.Concat(Enumerable.Repeat("\nx", Sheet.MostLines - 1))));

        Assert.Equal(Sheet.MostLines - 1, rows.Refused);
        Assert.Equal(Rows<ClientRow>.MostProblems, rows.Problems.Count());
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_told_with_its_line()
    {
        byte[] latin = [.. Encoding.UTF8.GetBytes(Header + "\r\nC1,Sch"), 0xE4, .. Encoding.UTF8.GetBytes("fer\r\n")];

        var problem = Assert.Single(Sheet.Read(ClientSheet.Layout, latin).Problems);

        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
        Assert.Contains(
            "UTF-16",
            Assert.Single(Sheet.Read(ClientSheet.Layout, (byte[])[0xFF, 0xFE, 65, 0]).Problems).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C1,Name,1 Main St, Suite 2,Newark,NJ,07102,Contact,a@b.example,")]
    [InlineData("C1,Na\"me,1 Main St,Newark,NJ,07102,Contact,a@b.example,")]
    [InlineData("C1,Name,1 Main St,Newark,NJ,07102,Contact,a@b.example,\"never closed")]
    [InlineData("C1")]
    public void A_row_whose_cells_can_not_be_told_apart_is_refused_alone(string damaged)
    {
        var rows = ClientSheet.Read(Open($"{Header}\r\n{Row}\r\n{damaged}\r\n"));

        Assert.Equal(3, Assert.Single(rows.Problems).Line);
        Assert.Equal((1, 1), (rows.Good.Count(), rows.Refused));
    }

    [Fact]
    public void A_formula_stays_text_and_loses_the_apostrophe_of_an_export()
    {
        var rows = ClientSheet.Read(
            Open(
                $"{Header}\r\nC1,\"=HYPERLINK(\"\"http://evil.example\"\")\",1 Main "
                + "St,Newark,NJ,07102,'+Contact,a@b.example,\r\n"));

        Assert.Empty(rows.Problems);
        Assert.Equal(
            ("=HYPERLINK(\"http://evil.example\")", "+Contact"),
            (rows.Good.Single().LegalName, rows.Good.Single().ContactName));
    }

    [Fact]
    public void A_cell_that_no_database_can_hold_is_refused_and_shown_safely()
    {
        var problem = Assert.Single(
            ClientSheet.Read(
                Open($"{Header}\r\n{Row.Replace("Name", "Na\0me", StringComparison.Ordinal)}\r\n")).Problems);

        Assert.Equal(("legal_name", "Na\uFFFDme"), (problem.Column, problem.Value));
    }

    [Fact]
    public void A_client_that_is_there_twice_keeps_its_first_row()
    {
        var rows = ClientSheet.Read(Open($"{Header}\r\n{Row}\r\n{Row}\r\n"));

        Assert.Contains("line 2", Assert.Single(rows.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(2, rows.Good.Single().Line);
    }

    private static Sheet Open(string text) => Sheet.Read(ClientSheet.Layout, Encoding.UTF8.GetBytes(text));
}
