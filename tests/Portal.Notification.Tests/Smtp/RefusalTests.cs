using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Phases => new(
        from phase in new[] { "MAIL", "RCPT", "DATA", Relay.End }
        from pipelining in new[] { true, false }
        select (phase, pipelining));

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task What_the_relay_refuses_for_now_is_deferred_and_the_connection_goes_on(
        string phase, bool pipelining)
    {
        var (first, second, relay) = await SendTwoAsync(phase, pipelining, "451 4.3.0 Try later");

        Assert.Equal(new MailOutcome.Deferred("451 4.3.0 Try later"), first);
        Assert.IsType<MailOutcome.Accepted>(second);
        Assert.Equal((1, 1), (relay.Accepted.Count, relay.Connections));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task What_the_relay_refuses_for_good_is_refused_and_the_connection_goes_on(
        string phase, bool pipelining)
    {
        var (first, second, relay) = await SendTwoAsync(phase, pipelining, "550 5.1.1 No such person");

        Assert.Equal(new MailOutcome.Refused("550 5.1.1 No such person"), first);
        Assert.IsType<MailOutcome.Accepted>(second);
        Assert.Equal((1, 1), (relay.Accepted.Count, relay.Connections));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task A_relay_that_closes_down_defers_and_is_left(string phase, bool pipelining)
    {
        var (first, second, relay) = await SendTwoAsync(phase, pipelining, "421 4.4.2 Closing down");

        Assert.Contains(
            "421 4.4.2 Closing down", Assert.IsType<MailOutcome.Deferred>(first).Answer, StringComparison.Ordinal);
        Assert.IsType<MailOutcome.Accepted>(second);
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task A_recipient_refused_in_a_pipeline_never_lets_content_through()
    {
        // The relay refuses the recipient and takes DATA all the same (RFC 2920, section 3.1).
        await using var relay = new Relay { Script = Once("RCPT", "550 5.1.1 No such person") };
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message(), Token);

        Assert.Equal([0], relay.Offered.Select(content => content.Length));
    }

    [Fact]
    public async Task A_relay_that_wants_a_login_is_unavailable_rather_than_every_mail_failed()
    {
        await using var relay = new Relay { Script = Once("MAIL", "530 5.7.0 Authentication required") };
        await using var transport = Some.Transport(relay);

        Assert.Equal(
            new MailOutcome.Unavailable(
                "530 5.7.0 Authentication required"), await transport.SendAsync(Some.Message(), Token));
    }

    [Theory]
    [InlineData("554 5.3.2 Go away")]
    [InlineData("421 4.3.2 Too busy")]
    [InlineData(Relay.HangUp)]
    public async Task A_relay_that_does_not_greet_is_unavailable(string greeting)
    {
        await using var relay = new Relay { Script = command => command == Relay.Greeting ? greeting : null };
        await using var transport = Some.Transport(relay);

        Assert.IsType<MailOutcome.Unavailable>(await transport.SendAsync(Some.Message(), Token));
    }

    [Fact]
    public async Task A_relay_that_is_not_there_is_unavailable()
    {
        var relay = new Relay();
        await using var transport = Some.Transport(relay);
        await relay.DisposeAsync();

        Assert.IsType<MailOutcome.Unavailable>(await transport.SendAsync(Some.Message(), Token));
    }

    internal static Func<string, string?> Once(string phase, string answer)
    {
        var told = false;
        return command =>
        {
            if (told || !command.StartsWith(phase, StringComparison.Ordinal))
            {
                return null;
            }

            told = true;
            return answer;
        };
    }

    private static async Task<(
        MailOutcome First, MailOutcome Second, Relay Relay)> SendTwoAsync(string phase, bool pipelining, string answer)
    {
        await using var relay = new Relay { Offers = pipelining ? ["PIPELINING"] : [], Script = Once(phase, answer) };
        await using var transport = Some.Transport(relay);
        var first = await transport.SendAsync(Some.Message(), Token);
        return (first, await transport.SendAsync(Some.Message(), Token), relay);
    }
}
