using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class PoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_one_after_another_share_a_connection()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        for (var i = 0; i < 20; i++)
        {
            Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        }

        Assert.Equal((20, 1), (relay.Accepted.Count, relay.Connections));
    }

    [Fact]
    public async Task Messages_at_once_never_use_more_connections_than_the_settings_allow()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay, smtp => smtp.Connections = 3);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => transport.SendAsync(Some.Message(), Token)));

        Assert.All(outcomes, outcome => Assert.IsType<MailOutcome.Accepted>(outcome));
        Assert.Equal(60, relay.Accepted.Count);
        Assert.InRange(relay.Connections, 1, 3);
    }

    [Fact]
    public async Task A_message_that_waits_for_its_last_line_holds_its_connection()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay, smtp => smtp.Connections = 1);
        var staged = Assert.IsType<StageOutcome.Staged>(await transport.StageAsync(Some.Message(), Token));

        var second = transport.SendAsync(Some.Message(), Token);
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(200, Token)));
        Assert.IsType<MailOutcome.Accepted>(await staged.Mail.FinishAsync());
        await staged.Mail.DisposeAsync();

        Assert.IsType<MailOutcome.Accepted>(await second);
    }

    [Fact]
    public async Task An_idle_connection_is_closed_politely()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay, smtp => smtp.IdleTimeout = TimeSpan.FromMilliseconds(100));
        await transport.SendAsync(Some.Message(), Token);

        await Eventually.TrueAsync(() => relay.Commands.Contains("QUIT"), Token);
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Equal(2, relay.Connections);
    }
}
