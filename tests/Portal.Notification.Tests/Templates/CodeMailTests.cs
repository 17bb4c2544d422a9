using System.Globalization;
using Portal.Contracts.Identity;
using Portal.Notification.Templates;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Templates;

public sealed class CodeMailTests
{
    private const string Attack = "<script>alert(1)</script>\"'&\r\n\r\nYour code: 0000 0000";

    private static readonly CodeRequested Requested = Some.Code("73519402") with
    {
        OccurredAt = new DateTimeOffset(2026, 3, 1, 13, 55, 2, TimeSpan.FromHours(-6)),
        ExpiresAt = new DateTimeOffset(2026, 3, 1, 14, 5, 2, TimeSpan.FromHours(-6)),
        TimeZone = "America/New_York",
    };

    [Fact]
    public void The_text_has_the_code_how_long_it_is_good_and_whom_to_call() => Assert.Equal(
        """
        Your code for signing in at Harbor Agency:

            7351 9402

        Type it where you asked for it. It is good for 10 minutes, until 3:05 PM EST.

        Nobody at Harbor Agency will ever ask you for this code. Tell it to no one.

        You did not ask for a code? Then somebody else typed your address. Without the code nobody gets in; please call
        Harbor Agency at (555) 010-2000.

        """,
        CodeMail.Text(Requested, "73519402"));

    [Theory]
    [InlineData("America/Chicago", "2026-03-01T20:05:00Z", "2:05 PM CST")]
    [InlineData("America/Chicago", "2026-07-01T20:05:00Z", "3:05 PM CDT")]
    [InlineData("America/Phoenix", "2026-07-01T07:05:00Z", "12:05 AM MST")]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", "1:59 AM EST")]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", "3:00 AM EDT")]
    [InlineData("Pacific/Guam", "2026-07-01T20:05:00Z", "6:05 AM ChST")]
    [InlineData(null, "2026-07-01T20:05:00Z", "8:05 PM UTC")]
    public void The_end_is_told_as_clocks_at_the_agency_show_it(string? zone, string end, string told)
    {
        var requested = Requested with
        {
            TimeZone = zone,
            ExpiresAt = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture),
        };

        Assert.Contains($", until {told}.", CodeMail.Text(requested, "73519402"), StringComparison.Ordinal);
        Assert.Contains($", until {told}.", CodeMail.Html(requested, "73519402"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_subject_which_others_may_see_does_not_have_the_code() =>
        Assert.Equal("Your sign-in code for Harbor Agency", CodeMail.Subject(Requested).Value);

    [Fact]
    public void There_is_no_link_and_nothing_is_fetched()
    {
        var both = CodeMail.Html(Requested, "73519402") + CodeMail.Text(Requested, "73519402");

        Assert.All(
            ["<a", "href", "http", "src=", "<img", "<link", "url(", "@import"],
            link => Assert.DoesNotContain(link, both, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Requested.Host, both, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_was_typed_becomes_markup_or_a_line()
    {
        var attacked = Requested with { AgencyName = Attack, AgencyPhone = Attack };

        Assert.DoesNotContain("<script", CodeMail.Html(attacked, "73519402"), StringComparison.OrdinalIgnoreCase);
        Assert.All(
            [CodeMail.Text(attacked, "73519402"), CodeText.Of(attacked, "73519402")],
            text => Assert.DoesNotContain(
                text.Split('\n'), line => line.StartsWith("Your code: 0000", StringComparison.Ordinal)));
        Assert.DoesNotContain('\r', CodeMail.Subject(attacked).Value);
    }

    [Fact]
    public void The_text_message_fits_into_one_and_its_last_line_binds_the_code_to_the_host()
    {
        var text = CodeText.Of(Requested, "73519402");

        Assert.Equal(
            """
            Harbor Agency: 73519402 is your code, good for 10 minutes. Tell it to no one. Not you? Call (555) 010-2000.

            @portal.example #73519402
            """,
            text);
        Assert.InRange(CodeText.Of(Requested with { AgencyName = new string('x', 200) }, "73519402").Length, 1, 160);
    }

    [Theory]
    [InlineData(10 * 60, "10 minutes")]
    [InlineData((9 * 60) + 59, "10 minutes")]
    [InlineData(61, "1 minute")]
    [InlineData(0, "1 minute")]
    public void Minutes_read_as_a_person_says_them(int seconds, string text) =>
        Assert.Equal(text, Minutes.Between(Requested.OccurredAt, Requested.OccurredAt.AddSeconds(seconds)));
}
