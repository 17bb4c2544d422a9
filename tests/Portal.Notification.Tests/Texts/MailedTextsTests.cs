using Microsoft.Extensions.Options;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Portal.Notification.Texts;
using Portal.Notification.Urgent;
using Xunit;

namespace Portal.Notification.Tests.Texts;

public sealed class MailedTextsTests
{
    [Theory]
    [InlineData(false, "RCPT TO:<15550102030@sms.example>")]
    [InlineData(true, "RCPT TO:<+15550102030@sms.example>")]
    public async Task A_text_goes_to_the_numbers_address_at_the_gateway(bool withPlus, string command)
    {
        await using var relay = new Relay();

        var outcome = await SendAsync(
            relay, "+15550102030", new TextOptions { Domain = "sms.example", WithPlus = withPlus });

        Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Contains(command, relay.Commands);
    }

    [Theory]
    [InlineData("15550102030")]
    [InlineData("+05550102030")]
    [InlineData("+1555")]
    [InlineData("+1555010203012345")]
    [InlineData("+1 555 010 2030")]
    [InlineData("+15550102030\n")]
    [InlineData("+15550102030@evil.example,a")]
    [InlineData("")]
    public async Task What_is_no_number_in_E164_is_refused_without_asking_the_relay(string mobile)
    {
        await using var relay = new Relay();

        var outcome = await SendAsync(relay, mobile, new TextOptions { Domain = "sms.example" });

        Assert.IsType<MailOutcome.Refused>(outcome);
        Assert.Empty(relay.Commands);
    }

    [Fact]
    public async Task Without_a_gateway_the_refusal_says_what_to_set()
    {
        await using var relay = new Relay();

        var outcome = Assert.IsType<MailOutcome.Refused>(await SendAsync(relay, "+15550102030", new TextOptions()));

        Assert.Contains("Set Texts__Domain", outcome.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("sms.example", true)]
    [InlineData("sms example", false)]
    [InlineData("@sms.example", false)]
    public void A_domain_is_a_host_name_or_left_out(string? domain, bool valid) =>
        Assert.Equal(valid, new TextOptions { Domain = domain }.IsValid);

    private static async Task<MailOutcome> SendAsync(Relay relay, string mobile, TextOptions settings)
    {
        var smtp = Options.Create(Some.Settings(relay));
        await using var mail = new UrgentMail(smtp, TimeProvider.System);
        var texts = new MailedTexts(mail, Options.Create(settings), smtp, TimeProvider.System);
        return await texts.SendAsync(
            new TextMessage(
                Guid.CreateVersion7(),
                mobile,
                "Hello."), DateTimeOffset.UtcNow.AddMinutes(1), TestContext.Current.CancellationToken);
    }
}
