using System.Globalization;

namespace Portal.Insurance.Tests;

public sealed class TermLengthTests
{
    [Theory]
    [InlineData("2026-07-01", "2027-07-01", "2027-07-01", "2028-07-01")]
    [InlineData("2026-07-01", "2027-01-01", "2027-01-01", "2027-07-01")]
    [InlineData("2023-03-01", "2024-03-01", "2024-03-01", "2025-03-01")]
    [InlineData("2026-01-01", "2029-01-01", "2029-01-01", "2032-01-01")]
    public void A_term_of_whole_months_is_followed_by_one_of_as_many(
        string effective, string expiration, string next, string expected) =>
        Follows(effective, expiration, next, expected);

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28", "2026-02-28")]
    [InlineData("2024-02-29", "2025-03-01", "2025-03-01", "2026-03-01")]
    [InlineData("2024-02-29", "2028-02-29", "2028-02-29", "2032-02-29")]
    [InlineData("2027-02-28", "2028-02-28", "2028-02-28", "2029-02-28")]
    [InlineData("2026-08-31", "2027-02-28", "2027-02-28", "2027-08-28")]
    [InlineData("2026-08-31", "2027-03-01", "2027-03-01", "2027-09-01")]
    public void A_month_that_lacks_the_day_makes_no_days_of_it(
        string effective, string expiration, string next, string expected) =>
        Follows(effective, expiration, next, expected);

    [Theory]
    [InlineData("2026-01-15", "2026-04-30", "2026-04-30", "2026-08-13")]
    [InlineData("2026-07-10", "2026-07-20", "2026-07-20", "2026-07-30")]
    [InlineData("2024-02-28", "2025-03-01", "2025-03-01", "2026-03-03")]
    [InlineData("2026-01-31", "2026-03-02", "2026-03-02", "2026-04-01")]
    public void Any_other_term_is_followed_by_one_of_as_many_days(
        string effective, string expiration, string next, string expected) =>
        Follows(effective, expiration, next, expected);

    [Theory]
    [InlineData("2026-07-01", "2027-07-01", "9999-07-01")]
    [InlineData("2026-01-15", "2026-04-30", "9999-12-01")]
    public void At_the_end_of_the_calendar_there_is_no_such_day(string effective, string expiration, string next) =>
        Assert.Null(TermLength.ExpirationFrom(Day(effective), Day(expiration), Day(next)));

    private static void Follows(string effective, string expiration, string next, string expected) =>
        Assert.Equal(Day(expected), TermLength.ExpirationFrom(Day(effective), Day(expiration), Day(next)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
