using Microsoft.Extensions.Logging;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class CodeTests(Servers servers)
{
    private const string Code = "73519402";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_arrives_by_mail_with_whom_to_call()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var requested = Some.Code(Code);

        await fixture.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        var mail = ParsedMail.Parse(Assert.Single(fixture.Relay.Accepted));
        Assert.Equal($"<{requested.CodeId:N}@portal.example>", mail.Raw("Message-ID"));
        Assert.Equal("ana.lopez@example.org", mail.Header("To"));
        Assert.Equal("Certificates <certificates@portal.example>", mail.Header("From"));
        Assert.Equal("Your sign-in code for Harbor Agency", mail.Header("Subject"));
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], mail.All().Select(part => part.ContentType));
        Assert.All(["text/plain", "text/html"], type =>
        {
            Assert.Contains("7351 9402", mail.PartText(type), StringComparison.Ordinal);
            Assert.Contains("(555) 010-2000", mail.PartText(type), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_code_arrives_by_text_message_with_the_last_line_that_fills_it_in()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Texts:Domain"] = "sms.example";
        fixture.Start();
        var requested = Some.Code(Code, email: null, mobile: "+15550102030");

        await fixture.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        var mail = ParsedMail.Parse(Assert.Single(fixture.Relay.Accepted));
        Assert.Equal("15550102030@sms.example", mail.Header("To"));
        Assert.Equal($"<{requested.CodeId:N}@portal.example>", mail.Raw("Message-ID"));
        Assert.DoesNotContain("Subject", mail.Names);
        Assert.Equal("text/plain", Assert.Single(mail.All()).ContentType);
        Assert.EndsWith("\r\n\r\n@portal.example #73519402\r\n", mail.PartText("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_nobody_nor_after_the_end_nor_where_texts_are_off()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var expired = Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) };
        var text = Some.Code(Code, email: null, mobile: "+15550102030");

        await fixture.Bus.PublishAsync(Some.Code(Code, email: null), Token);
        await fixture.Bus.PublishAsync(expired, Token);
        await fixture.Bus.PublishAsync(text, Token);
        await Eventually.TrueAsync(
            () => fixture.Logs.At(LogLevel.Error).Count > 0 && fixture.Logs.At(LogLevel.Warning).Count > 0, Token);
        await fixture.Bus.PublishAsync(Some.Code(Code), Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        Assert.Single(fixture.Relay.Accepted);
        Assert.Contains(
            $"{expired.CodeId}", Assert.Single(fixture.Logs.At(LogLevel.Warning)), StringComparison.Ordinal);
        var off = Assert.Single(fixture.Logs.At(LogLevel.Error));
        Assert.Contains($"{text.CodeId}", off, StringComparison.Ordinal);
        Assert.Contains("Set Texts__Domain", off, StringComparison.Ordinal);
        Assert.DoesNotContain("555010", off, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_relay_defers_is_sent_a_moment_later_as_the_same_message()
    {
        var tries = 0;
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.End && Interlocked.Increment(ref tries) <= 2
            ? "451 4.7.1 Greylisted"
            : null;
        fixture.Start();
        var requested = Some.Code(Code);

        await fixture.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(3, fixture.Relay.Offered.Count);
        Assert.All(
            fixture.Relay.Offered,
            offered => Assert.Equal(
                $"<{requested.CodeId:N}@portal.example>", ParsedMail.Parse(offered).Raw("Message-ID")));
    }

    [Fact]
    public async Task A_code_is_not_tried_again_once_it_has_expired()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.Greeting ? "421 4.3.2 Down" : null;
        fixture.Settings["Bus:Redelivery:0"] = "00:00:02";
        fixture.Start();
        var requested = Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) };

        await fixture.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => fixture.Relay.Connections >= 2, Token);
        await Eventually.TrueAsync(() => DateTimeOffset.UtcNow > requested.ExpiresAt, Token);
        fixture.Relay.Script = _ => null;
        await Eventually.TrueAsync(() => fixture.Logs.Text.Contains("it had expired", StringComparison.Ordinal), Token);

        Assert.Empty(fixture.Relay.Offered);
    }

    [Fact]
    public async Task A_silent_relay_is_left_when_the_code_expires()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command.StartsWith("MAIL", StringComparison.Ordinal) ? Relay.Silence : null;
        fixture.Start();

        await fixture.Bus.PublishAsync(Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) }, Token);
        await Eventually.TrueAsync(() => fixture.Logs.At(LogLevel.Error).Count > 0, Token);

        Assert.Contains(
            "It would have come too late", Assert.Single(fixture.Logs.At(LogLevel.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_code_is_given_up_and_the_log_knows_neither_code_nor_person()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Logging:Recorder:LogLevel:Default"] = "Trace";
        fixture.Relay.Script = command => command == Relay.End
            ? $"550 5.7.1 <ana.lopez@example.org> does not take mail with {Code} or 7351 9402 in it" : null;
        fixture.Start();
        var requested = Some.Code(Code);

        await fixture.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => fixture.Logs.At(LogLevel.Error).Count > 0, Token);

        var told = Assert.Single(fixture.Logs.At(LogLevel.Error));
        Assert.Contains($"{requested.CodeId}", told, StringComparison.Ordinal);
        Assert.Contains(
            "550 5.7.1 <***@example.org> does not take mail with *** or *** in it", told, StringComparison.Ordinal);
        Assert.Single(fixture.Relay.Offered);
        AssertDiscreet(fixture.Logs.Text);
        Assert.DoesNotContain("ana.lopez", fixture.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_given_up_at_last_lies_in_the_error_queue_sealed()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Logging:Recorder:LogLevel:Default"] = "Trace";
        fixture.Settings["Bus:Redelivery:0"] = "00:00:00.100";
        fixture.Relay.Script = command => command == Relay.End ? $"451 4.3.0 <ana.lopez@example.org> {Code}" : null;
        fixture.Start();
        var requested = Some.Code(Code);

        await fixture.Bus.PublishAsync(requested, Token);
        var message = await ErrorQueue.FirstAsync(fixture.Broker, "notification-code-requested_error", Token);

        Assert.Contains(requested.SealedCode, message, StringComparison.Ordinal);
        Assert.Contains("451 4.3.0 <***@example.org> ***", message, StringComparison.Ordinal);
        AssertDiscreet(message);
        AssertDiscreet(fixture.Logs.Text);
        Assert.DoesNotContain("ana.lopez", fixture.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_under_another_key_is_not_sent_and_the_log_says_what_to_set()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Bus:Redelivery:0"] = "00:00:00.100";
        fixture.Start();
        var foreign = Some.Code(Code, key: Convert.ToBase64String(new byte[32]));
        var moved = Some.Code(Code) with { CodeId = Guid.CreateVersion7() };

        await fixture.Bus.PublishAsync(foreign, Token);
        await fixture.Bus.PublishAsync(moved, Token);
        await Eventually.TrueAsync(
            () => fixture.Logs.At(LogLevel.Error).Count(text => text.Contains("_error", StringComparison.Ordinal)) == 2,
            Token);

        Assert.Empty(fixture.Relay.Offered);
        Assert.Contains(
            "start Identity and Notification with the same value", fixture.Logs.Text, StringComparison.Ordinal);
    }

    private static void AssertDiscreet(string text)
    {
        Assert.DoesNotContain(Code, text, StringComparison.Ordinal);
        Assert.DoesNotContain("7351 9402", text, StringComparison.Ordinal);
    }
}
