using Microsoft.Extensions.Logging;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class CodeTests(Servers servers)
{
    private const string Code = "73519402";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_arrives_by_mail_with_whom_to_call()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var requested = Some.Code(Code);

        await world.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        var mail = ParsedMail.Parse(Assert.Single(world.Relay.Accepted));
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
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Texts:Domain"] = "sms.example";
        world.Start();
        var requested = Some.Code(Code, email: null, mobile: "+15550102030");

        await world.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        var mail = ParsedMail.Parse(Assert.Single(world.Relay.Accepted));
        Assert.Equal("15550102030@sms.example", mail.Header("To"));
        Assert.Equal($"<{requested.CodeId:N}@portal.example>", mail.Raw("Message-ID"));
        Assert.DoesNotContain("Subject", mail.Names);
        Assert.Equal("text/plain", Assert.Single(mail.All()).ContentType);
        Assert.EndsWith("\r\n\r\n@portal.example #73519402\r\n", mail.PartText("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_nobody_nor_after_the_end_nor_where_texts_are_off()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var expired = Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) };
        var text = Some.Code(Code, email: null, mobile: "+15550102030");

        await world.Bus.PublishAsync(Some.Code(Code, email: null), Token);
        await world.Bus.PublishAsync(expired, Token);
        await world.Bus.PublishAsync(text, Token);
        await Eventually.TrueAsync(() => world.Logs.At(LogLevel.Error).Count > 0 && world.Logs.At(LogLevel.Warning).Count > 0, Token);
        await world.Bus.PublishAsync(Some.Code(Code), Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        Assert.Single(world.Relay.Accepted);
        Assert.Contains($"{expired.CodeId}", Assert.Single(world.Logs.At(LogLevel.Warning)), StringComparison.Ordinal);
        var off = Assert.Single(world.Logs.At(LogLevel.Error));
        Assert.Contains($"{text.CodeId}", off, StringComparison.Ordinal);
        Assert.Contains("Set Texts__Domain", off, StringComparison.Ordinal);
        Assert.DoesNotContain("555010", off, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_relay_defers_is_sent_a_moment_later_as_the_same_message()
    {
        var tries = 0;
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.End && Interlocked.Increment(ref tries) <= 2 ? "451 4.7.1 Greylisted" : null;
        world.Start();
        var requested = Some.Code(Code);

        await world.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(3, world.Relay.Offered.Count);
        Assert.All(world.Relay.Offered, offered => Assert.Equal($"<{requested.CodeId:N}@portal.example>", ParsedMail.Parse(offered).Raw("Message-ID")));
    }

    [Fact]
    public async Task A_code_is_not_tried_again_once_it_has_expired()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command == Relay.Greeting ? "421 4.3.2 Down" : null;
        world.Settings["Bus:Redelivery:0"] = "00:00:02";
        world.Start();
        var requested = Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) };

        await world.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => world.Relay.Connections >= 2, Token);
        await Eventually.TrueAsync(() => DateTimeOffset.UtcNow > requested.ExpiresAt, Token);
        world.Relay.Script = _ => null;
        await Eventually.TrueAsync(() => world.Logs.Text.Contains("it had expired", StringComparison.Ordinal), Token);

        Assert.Empty(world.Relay.Offered);
    }

    [Fact]
    public async Task A_silent_relay_is_left_when_the_code_expires()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command => command.StartsWith("MAIL", StringComparison.Ordinal) ? Relay.Silence : null;
        world.Start();

        await world.Bus.PublishAsync(Some.Code(Code) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(2) }, Token);
        await Eventually.TrueAsync(() => world.Logs.At(LogLevel.Error).Count > 0, Token);

        Assert.Contains("It would have come too late", Assert.Single(world.Logs.At(LogLevel.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_code_is_given_up_and_the_log_knows_neither_code_nor_person()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Logging:Recorder:LogLevel:Default"] = "Trace";
        world.Relay.Script = command => command == Relay.End
            ? $"550 5.7.1 <ana.lopez@example.org> does not take mail with {Code} or 7351 9402 in it" : null;
        world.Start();
        var requested = Some.Code(Code);

        await world.Bus.PublishAsync(requested, Token);
        await Eventually.TrueAsync(() => world.Logs.At(LogLevel.Error).Count > 0, Token);

        var told = Assert.Single(world.Logs.At(LogLevel.Error));
        Assert.Contains($"{requested.CodeId}", told, StringComparison.Ordinal);
        Assert.Contains("550 5.7.1 <***@example.org> does not take mail with *** or *** in it", told, StringComparison.Ordinal);
        Assert.Single(world.Relay.Offered);
        AssertDiscreet(world.Logs.Text);
        Assert.DoesNotContain("ana.lopez", world.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_given_up_at_last_lies_in_the_error_queue_sealed()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Logging:Recorder:LogLevel:Default"] = "Trace";
        world.Settings["Bus:Redelivery:0"] = "00:00:00.100";
        world.Relay.Script = command => command == Relay.End ? $"451 4.3.0 <ana.lopez@example.org> {Code}" : null;
        world.Start();
        var requested = Some.Code(Code);

        await world.Bus.PublishAsync(requested, Token);
        var message = await ErrorQueue.FirstAsync(world.Settings["ConnectionStrings:rabbitmq"], "notification-code-requested_error", Token);

        Assert.Contains(requested.SealedCode, message, StringComparison.Ordinal);
        Assert.Contains("451 4.3.0 <***@example.org> ***", message, StringComparison.Ordinal);
        AssertDiscreet(message);
        AssertDiscreet(world.Logs.Text);
        Assert.DoesNotContain("ana.lopez", world.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_under_another_key_is_not_sent_and_the_log_says_what_to_set()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Bus:Redelivery:0"] = "00:00:00.100";
        world.Start();
        var foreign = Some.Code(Code, key: Convert.ToBase64String(new byte[32]));
        var moved = Some.Code(Code) with { CodeId = Guid.CreateVersion7() };

        await world.Bus.PublishAsync(foreign, Token);
        await world.Bus.PublishAsync(moved, Token);
        await Eventually.TrueAsync(() => world.Logs.At(LogLevel.Error).Count(text => text.Contains("_error", StringComparison.Ordinal)) == 2, Token);

        Assert.Empty(world.Relay.Offered);
        Assert.Contains("start Identity and Notification with the same value", world.Logs.Text, StringComparison.Ordinal);
    }

    private static void AssertDiscreet(string text)
    {
        Assert.DoesNotContain(Code, text, StringComparison.Ordinal);
        Assert.DoesNotContain("7351 9402", text, StringComparison.Ordinal);
    }
}
