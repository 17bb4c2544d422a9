using Portal.Web.Formats;

namespace Portal.Web.Tests.Frame;

/// <summary>Values as Americans write them.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData(1000000, "$1,000,000")]
    [InlineData(12900.5, "$12,900.50")]
    [InlineData(-5, "-$5")]
    public void Money_has_cents_only_where_there_are_any(decimal amount, string text) =>
        Assert.Equal(text, Format.Money(amount));

    [Fact]
    public void A_date_names_its_month() => Assert.Equal("Mar 5, 2026", Format.Date(new DateOnly(2026, 3, 5)));

    [Fact]
    public void A_time_is_told_by_twelve_hours() =>
        Assert.Equal("2:05 PM", Format.Time(new DateTimeOffset(2026, 3, 5, 14, 5, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(0, "0 seconds")]
    [InlineData(1, "1 second")]
    [InlineData(59.5, "60 seconds")]
    [InlineData(61, "2 minutes")]
    [InlineData(7200, "2 hours")]
    [InlineData(-3, "0 seconds")]
    public void A_duration_is_told_in_the_largest_unit_that_says_enough(double seconds, string text) =>
        Assert.Equal(text, Format.Duration(TimeSpan.FromSeconds(seconds)));
}
