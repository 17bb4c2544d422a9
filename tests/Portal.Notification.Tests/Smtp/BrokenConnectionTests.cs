using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
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
    [InlineData(Relay.Greeting)]
    [InlineData("EHLO")]
    public async Task Silence_before_a_message_makes_the_relay_unavailable(string phase)
    {
        await using var relay = new Relay { Script = RefusalTests.Once(phase, Relay.Silence) };
        await using var transport = Some.Transport(relay, smtp => smtp.TimeoutScale = 0.003);

        var outcome = await transport.SendAsync(Some.Message(), Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(new MailOutcome.Unavailable("The relay did not answer within 0.9 seconds."), outcome);
    }

    [Theory]
    [InlineData("MAIL", "0.9")]
    [InlineData("RCPT", "0.9")]
    [InlineData("DATA", "0.4")]
    [InlineData(Relay.End, "1.8")]
    public async Task Silence_within_a_message_defers_it_after_the_time_of_its_phase(string phase, string seconds)
    {
        await using var relay = new Relay { Offers = [], Script = RefusalTests.Once(phase, Relay.Silence) };
        await using var transport = Some.Transport(relay, smtp => smtp.TimeoutScale = 0.003);

        var outcome = await transport.SendAsync(Some.Message(), Token).WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Contains($"within {seconds} seconds", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
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

        Assert.Contains("longer than 2048 octets", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        var lines = string.Concat(Enumerable.Repeat("250-more\r\n", 5000)) + "250 end";
        await using var relay = new Relay { Script = RefusalTests.Once("MAIL", lines) };
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains("more than 100 lines", Assert.IsType<MailOutcome.Deferred>(outcome).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_while_the_relay_is_slow_withdraws_the_message()
    {
        await using var relay = new Relay { Offers = [], Script = RefusalTests.Once("RCPT", Relay.Silence) };
        await using var transport = Some.Transport(relay);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Some.Message(), cancel.Token));

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Single(relay.Accepted);
    }
}
