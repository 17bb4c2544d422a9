using FsCheck;
using FsCheck.Fluent;
using Portal.ServiceDefaults.Text;

namespace Portal.ServiceDefaults.Tests.Text;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1 555 0100", "'+1 555 0100")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("Smith & Sons", "Smith & Sons")]
    [InlineData("O'Neill", "O'Neill")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("", "")]
    public void A_cell_that_would_run_is_led_by_an_apostrophe(string value, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Guard(value));
    }

    [Theory]
    [InlineData("'quoted'")]
    [InlineData("'")]
    [InlineData("=1")]
    public void A_cell_that_was_not_guarded_is_left_as_it_is(string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Unguard(cell));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var starts = Gen.Elements("=", "+", "-", "@", "\t", "\r", "'", "''", "'=", "a", "");
        var values = starts.SelectMany(start => ArbMap.Default.GeneratorFor<NonNull<string>>().Select(rest => start + rest.Get));

        Prop.ForAll(values.ToArbitrary(), value => SpreadsheetText.Unguard(SpreadsheetText.Guard(value)) == value)
            .QuickCheckThrowOnFailure();
    }
}
