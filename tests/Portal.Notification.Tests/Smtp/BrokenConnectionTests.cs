using Microsoft.Extensions.Time.Testing;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class BrokenConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(Relay.Content)]
    [InlineData(Relay.End)]
    public async Task A_connection_that_breaks_within_a_message_defers_it(string phase)
    {
        await using var relay = new Relay { Script = RefusalTests.Once(phase, Relay.HangUp) };
        await using var transport = Some.Transport(relay);

        var first = await transport.SendAsync(Some.Message(pdfOctets: 3_000_000), Token);
        var second = await transport.SendAsync(Some.Message(), Token);

        Assert.IsType<MailOutcome.Deferred>(first);
        Assert.IsType<MailOutcome.Accepted>(second);
        Assert.Single(relay.Accepted);
    }

    [Fact]
    public async Task A_connection_that_broke_since_its_last_message_is_replaced_without_a_word()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);
        await transport.SendAsync(Some.Message(), Token);
        relay.Script = RefusalTests.Once("MAIL", Relay.HangUp);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Equal((2, 2), (relay.Accepted.Count, relay.Connections));
    }

    [Theory]
    [InlineData(Relay.Greeting, 300)]
    [InlineData("EHLO", 300)]
    public async Task Silence_before_a_message_makes_the_relay_unavailable_after_the_time_of_its_phase(
        string phase, int seconds)
    {
        Assert.Equal(
            new MailOutcome.Unavailable($"The relay did not answer within {seconds} seconds."),
            await OutlastAsync(phase));
    }

    [Theory]
    [InlineData("MAIL", 300)]
    [InlineData("RCPT", 300)]
    [InlineData("DATA", 120)]
    [InlineData(Relay.End, 600)]
    public async Task Silence_within_a_message_defers_it_after_the_time_of_its_phase(string phase, int seconds)
    {
        var outcome = await OutlastAsync(phase);

        Assert.Contains(
            $"within {seconds} seconds", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello there")]
    [InlineData("25")]
    [InlineData("250-one\r\n251 two")]
    [InlineData("199 early")]
    [InlineData("650 late")]
    [InlineData("250_ok")]
    public async Task An_answer_that_is_none_ends_the_connection(string answer)
    {
        await using var relay = new Relay { Script = RefusalTests.Once("MAIL", answer) };
        await using var transport = Some.Transport(relay);

        Assert.IsType<MailOutcome.Deferred>(await transport.SendAsync(Some.Message(), Token));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task An_endless_line_is_not_read_to_its_end()
    {
        await using var relay = new Relay { Script = RefusalTests.Once("MAIL", "250 " + new string('x', 100_000)) };
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "longer than 2048 octets", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        var lines = string.Concat(Enumerable.Repeat("250-more\r\n", 5000)) + "250 end";
        await using var relay = new Relay { Script = RefusalTests.Once("MAIL", lines) };
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "more than 100 lines", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_while_the_relay_is_slow_withdraws_the_message()
    {
        using var cancel = new CancellationTokenSource();
        await using var relay = new Relay { Offers = [], Script = SilentOnce("RCPT", cancel.Cancel) };
        await using var transport = Some.Transport(relay);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(Some.Message(), cancel.Token));

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Single(relay.Accepted);
    }

    /// <summary>Sends to a relay that falls silent in a phase, with a clock that only then goes on.</summary>
    private static async Task<MailOutcome> OutlastAsync(string phase)
    {
        var time = new FakeTimeProvider();
        var isSilent = false;
        await using var relay = new Relay { Offers = [], Script = SilentOnce(phase, () => isSilent = true) };
        await using var transport = Some.Transport(relay, smtp => smtp.TimeoutScale = 1, time);

        var sending = transport.SendAsync(Some.Message(), Token);
        await Eventually.TrueAsync(() => isSilent, Token);
        Assert.False(sending.IsCompleted);
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return sending.IsCompleted;
            },
            Token);
        return await sending;
    }

    private static Func<string, string?> SilentOnce(string phase, Action then)
    {
        var silence = RefusalTests.Once(phase, Relay.Silence);
        return command =>
        {
            var answer = silence(command);
            if (answer is not null)
            {
                then();
            }

            return answer;
        };
    }
}
