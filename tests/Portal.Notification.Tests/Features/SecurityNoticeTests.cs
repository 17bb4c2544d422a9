using Microsoft.Extensions.Logging;
using Portal.Contracts.Identity;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class SecurityNoticeTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_notice_reaches_the_person_with_whom_to_call()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var notices = Enum.GetValues<SecurityNotice>().Select(kind => Some.Notice(kind)).ToList();

        await Task.WhenAll(notices.Select(notice => fixture.Bus.PublishAsync(notice, Token)));
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count == notices.Count, Token);

        var mails = fixture.Relay.Accepted.Select(ParsedMail.Parse).ToDictionary(mail => mail.Raw("Message-ID"));
        Assert.All(notices, notice =>
        {
            var mail = mails[$"<{notice.NoticeId:N}@portal.example>"];
            Assert.Equal("Ana Lopez <ana.lopez@example.org>", mail.Header("To"));
            Assert.Contains(
                "Harbor Agency at (555) 010-2000",
                mail.PartText("text/plain").ReplaceLineEndings(" "),
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_notice_outlives_an_outage_of_the_relay_and_is_the_same_message_when_it_comes_twice()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.Greeting ? "421 4.3.2 Down" : null;
        fixture.Settings["Bus:Redelivery:0"] = "00:00:01";
        fixture.Settings["Bus:Redelivery:1"] = "00:00:02";
        fixture.Start();
        var notice = Some.Notice(SecurityNotice.GoogleLinked);

        await fixture.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => fixture.Relay.Connections >= 5, Token);
        fixture.Relay.Script = _ => null;
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count == 1, Token);
        await fixture.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count == 2, Token);

        Assert.Equal($"<{notice.NoticeId:N}@portal.example>", Assert.Single(fixture.Mails.Distinct()));
    }

    [Fact]
    public async Task A_notice_to_no_address_is_given_up_and_the_log_does_not_repeat_it()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var notice = Some.Notice(SecurityNotice.ConsentAsked, "ana.lopez@example.org>\r\nRCPT TO:<victim@example.org");

        await fixture.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => fixture.Logs.At(LogLevel.Error).Count > 0, Token);

        Assert.Contains($"{notice.NoticeId}", Assert.Single(fixture.Logs.At(LogLevel.Error)), StringComparison.Ordinal);
        Assert.DoesNotContain("ana.lopez", fixture.Logs.Text, StringComparison.Ordinal);
        Assert.Empty(fixture.Relay.Commands);
    }
}
