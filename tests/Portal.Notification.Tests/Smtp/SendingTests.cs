using System.Text;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class SendingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_accepted_with_the_words_of_the_relay()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message("holder@example.org"), Token);

        Assert.Equal(new MailOutcome.Accepted("250 2.0.0 queued"), outcome);
        Assert.Single(relay.Accepted);
        Assert.Contains(
            relay.Commands,
            command => command.StartsWith("MAIL FROM:<portal@agency.example> SIZE=", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<holder@example.org>", relay.Commands);
    }

    [Fact]
    public async Task Commands_go_together_where_the_relay_offers_pipelining()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message(), Token);

        Assert.Equal(3, relay.LongestPipeline);
    }

    [Fact]
    public async Task Commands_wait_for_their_answers_where_it_does_not()
    {
        await using var relay = new Relay { Offers = ["8BITMIME"] };
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Equal(1, relay.LongestPipeline);
    }

    [Fact]
    public async Task A_relay_that_knows_no_EHLO_is_greeted_with_HELO()
    {
        await using var relay = new Relay
        {
            Script = command => command.StartsWith("EHLO", StringComparison.Ordinal) ? "502 what?" : null,
        };
        await using var transport = Some.Transport(relay);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Contains(relay.Commands, command => command.StartsWith("HELO ", StringComparison.Ordinal));
        Assert.Contains("MAIL FROM:<portal@agency.example>", relay.Commands);
    }

    [Fact]
    public async Task Lines_that_begin_with_a_dot_arrive_as_they_were_written()
    {
        const string Text = ".\n..\n.dot\nlast\n";
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message(text: Text), Token);

        var mail = Assert.Single(relay.Accepted);
        Assert.Contains("\r\n.\r\n..\r\n.dot\r\nlast\r\n", Encoding.UTF8.GetString(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_beyond_ASCII_go_as_eight_bits_where_the_relay_takes_them()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message(text: "Ķīsis & Sønner\n"), Token);

        Assert.Contains(relay.Commands, command => command.EndsWith(" BODY=8BITMIME", StringComparison.Ordinal));
        Assert.Equal("Ķīsis & Sønner\r\n\r\n", ParsedMail.Parse(Assert.Single(relay.Accepted)).PartText("text/plain"));
    }

    [Fact]
    public async Task Letters_beyond_ASCII_go_as_seven_bits_where_it_does_not()
    {
        await using var relay = new Relay { Offers = ["PIPELINING"] };
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message(text: "Ķīsis & Sønner\n"), Token);

        var mail = Assert.Single(relay.Accepted);
        Assert.All(mail, octet => Assert.InRange(octet, (byte)1, (byte)127));
        Assert.DoesNotContain(relay.Commands, command => command.Contains("BODY=", StringComparison.Ordinal));
        Assert.Equal("Ķīsis & Sønner\r\n\r\n", ParsedMail.Parse(mail).PartText("text/plain"));
    }

    [Fact]
    public async Task An_address_beyond_ASCII_is_refused_where_the_relay_can_not_carry_it()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message("ķīsis@example.org"), Token);

        Assert.Contains("SMTPUTF8", Assert.IsType<MailOutcome.Refused>(outcome).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(relay.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
    }

    [Fact]
    public async Task An_address_beyond_ASCII_is_sent_where_the_relay_carries_it()
    {
        await using var relay = new Relay { Offers = ["PIPELINING", "8BITMIME", "SMTPUTF8"] };
        await using var transport = Some.Transport(relay);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message("ķīsis@exämple.org"), Token));
        Assert.Contains("RCPT TO:<ķīsis@xn--exmple-cua.org>", relay.Commands);
        Assert.Contains(
            relay.Commands, command => command.EndsWith(" BODY=8BITMIME SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SMTPUTF8_is_not_asked_for_where_no_address_needs_it()
    {
        await using var relay = new Relay { Offers = ["8BITMIME", "SMTPUTF8"] };
        await using var transport = Some.Transport(relay);

        await transport.SendAsync(Some.Message("holder@exämple.org"), Token);

        Assert.DoesNotContain(relay.Commands, command => command.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_of_several_lines_are_read_whole()
    {
        await using var relay = new Relay
        {
            Script = command => command == Relay.End ? "550-5.7.1 Not\r\n550-5.7.1 from\r\n550 5.7.1 you" : null,
        };
        await using var transport = Some.Transport(relay);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Equal(new MailOutcome.Refused("550 5.7.1 Not 5.7.1 from 5.7.1 you"), outcome);
    }

    [Fact]
    public async Task A_message_that_is_withdrawn_before_its_last_line_never_arrives()
    {
        await using var relay = new Relay();
        await using var transport = Some.Transport(relay);

        var staged = Assert.IsType<StageOutcome.Staged>(await transport.StageAsync(Some.Message(), Token));
        await staged.Mail.DisposeAsync();
        await transport.SendAsync(Some.Message("second@example.org"), Token);

        var mail = ParsedMail.Parse(Assert.Single(relay.Accepted));
        Assert.Equal("Holder LLC <second@example.org>", mail.Header("To"));
        Assert.Equal(2, relay.Connections);
    }
}
