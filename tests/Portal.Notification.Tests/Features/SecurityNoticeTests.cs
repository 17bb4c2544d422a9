using Microsoft.Extensions.Logging;
using Portal.Contracts;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class SecurityNoticeTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_notice_reaches_the_person_with_whom_to_call()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var notices = Enum.GetValues<SecurityNotice>().Select(kind => Some.Notice(kind)).ToList();

        await Task.WhenAll(notices.Select(notice => world.Bus.PublishAsync(notice, Token)));
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == notices.Count, Token);

        var mails = world.Relay.Accepted.Select(ParsedMail.Parse).ToDictionary(mail => mail.Raw("Message-ID"));
        Assert.All(notices, notice =>
        {
            var mail = mails[$"<{notice.NoticeId:N}@portal.example>"];
            Assert.Equal("Ana Lopez <ana.lopez@example.org>", mail.Header("To"));
            Assert.Contains("Harbor Agency at (555) 010-2000", mail.PartText("text/plain").ReplaceLineEndings(" "), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_notice_outlives_an_outage_of_the_relay_and_is_the_same_message_when_it_comes_twice()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.Greeting ? "421 4.3.2 Down" : null;
        world.Settings["Bus:Redelivery:0"] = "00:00:01";
        world.Settings["Bus:Redelivery:1"] = "00:00:02";
        world.Start();
        var notice = Some.Notice(SecurityNotice.GoogleLinked);

        await world.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => world.Relay.Connections >= 5, Token);
        world.Relay.Script = _ => null;
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == 1, Token);
        await world.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == 2, Token);

        Assert.Equal($"<{notice.NoticeId:N}@portal.example>", Assert.Single(world.Mails.Distinct()));
    }

    [Fact]
    public async Task A_notice_to_no_address_is_given_up_and_the_log_does_not_repeat_it()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var notice = Some.Notice(SecurityNotice.ConsentAsked, "ana.lopez@example.org>\r\nRCPT TO:<victim@example.org");

        await world.Bus.PublishAsync(notice, Token);
        await Eventually.TrueAsync(() => world.Logs.At(LogLevel.Error).Count > 0, Token);

        Assert.Contains($"{notice.NoticeId}", Assert.Single(world.Logs.At(LogLevel.Error)), StringComparison.Ordinal);
        Assert.DoesNotContain("ana.lopez", world.Logs.Text, StringComparison.Ordinal);
        Assert.Empty(world.Relay.Commands);
    }
}
