using FsCheck;
using FsCheck.Fluent;

namespace Portal.Spreadsheets.Tests;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1 555 0100", "'+1 555 0100")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    [InlineData("\n=1", "'\n'=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("\"=1", "'\"=1")]
    [InlineData("Smith & Sons", "Smith & Sons")]
    [InlineData("O'Neill", "O'Neill")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=b, c-d; e", "a=b, c-d; e")]
    [InlineData("one\n\ntwo", "one\n\ntwo")]
    [InlineData("", "")]
    public void A_cell_that_would_run_is_led_by_an_apostrophe(string value, string cell)
    {
        Assert.Equal(cell, FormulaGuard.Guard(value));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("|")]
    public void So_is_what_would_run_once_the_text_is_split(string end)
    {
        Assert.Equal($"ok{end}'=1+1{end}'@x{end}fine", FormulaGuard.Guard($"ok{end}=1+1{end}@x{end}fine"));
    }

    [Theory]
    [InlineData("'quoted'")]
    [InlineData("'")]
    [InlineData("=1")]
    [InlineData("ok\n'fine'")]
    public void A_cell_that_was_not_guarded_is_left_as_it_is(string cell)
    {
        Assert.Equal(cell, FormulaGuard.Unguard(cell));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll(SpreadsheetTexts.One(), value => FormulaGuard.Unguard(FormulaGuard.Guard(value)) == value)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
