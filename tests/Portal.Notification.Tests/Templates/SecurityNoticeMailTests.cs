using Portal.Contracts.Identity;
using Portal.Notification.Templates;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Templates;

public sealed class SecurityNoticeMailTests
{
    public static TheoryData<SecurityNotice> Kinds() => [.. Enum.GetValues<SecurityNotice>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_notice_has_its_words_and_says_what_and_by_whom(SecurityNotice notice)
    {
        var requested = Some.Notice(notice) with { Subject = "Fay Further, f•••@obrien.example", By = "Dan Agent" };

        Assert.NotEmpty(SecurityNoticeMail.Subject(requested).Value);
        var text = SecurityNoticeMail.Text(requested);
        Assert.Contains("Fay Further, f•••@obrien.example", text, StringComparison.Ordinal);
        Assert.Contains("by Dan Agent", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_Google_account_is_told_with_the_time_and_whom_to_call() => Assert.Equal(
        """
        Dear Ana Lopez,

        a Google account was linked to your sign-in at Harbor Agency on March 1, 2026 at 10:30 AM EST. From now on whoever holds it can sign in with it.

        This is about the account of Acme Roofing, LLC.

        If you know of this, there is nothing to do. If not, call Harbor Agency at (555) 010-2000 at once.

        """,
        SecurityNoticeMail.Text(Some.Notice(SecurityNotice.GoogleLinked)));

    [Fact]
    public void What_the_agency_says_when_it_asks_for_consent_is_passed_on()
    {
        var asked = Some.Notice(SecurityNotice.ConsentAsked) with
        {
            Remark = "We would like to renew your certificates.",
        };

        var text = SecurityNoticeMail.Text(asked);

        Assert.Contains(
            "Harbor Agency says: We would like to renew your certificates.", text, StringComparison.Ordinal);
        Assert.Contains("to refuse, do nothing", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_says_what_when_and_whom_to_call_without_a_link(SecurityNotice kind)
    {
        var notice = Some.Notice(kind) with { Client = null };

        var text = SecurityNoticeMail.Text(notice);
        var html = SecurityNoticeMail.Html(notice);

        Assert.NotEmpty(SecurityNoticeMail.Subject(notice).Value);
        Assert.All([text, html], body =>
        {
            Assert.Contains("March 1, 2026 at 10:30 AM EST", body, StringComparison.Ordinal);
            Assert.Contains("(555) 010-2000", body, StringComparison.Ordinal);
            Assert.All(
                ["<a ", "href", "http", "<img"],
                link => Assert.DoesNotContain(link, body, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_that_was_typed_becomes_markup_or_a_line(SecurityNotice kind)
    {
        const string Attack = "<script>alert(1)</script>\r\n\r\nCall 1-900-EVIL";
        var notice = Some.Notice(kind) with
        {
            AgencyName = Attack,
            AgencyPhone = Attack,
            Name = Attack,
            Client = Attack,
            Remark = Attack,
        };

        Assert.DoesNotContain("<script", SecurityNoticeMail.Html(notice), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            SecurityNoticeMail.Text(notice).Split('\n'),
            line => line.StartsWith("Call 1-900", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', SecurityNoticeMail.Subject(notice).Value);
    }
}
