using Microsoft.Extensions.Options;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Portal.Testing.Mail;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class SmtpSinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Postfix_takes_every_message_as_it_was_meant()
    {
        using var sink = await SmtpSink.StartAsync(keep: true, Token);
        await using var transport = new SmtpTransport(Options.Create(SettingsOf(sink)), TimeProvider.System);
        var messages = Enumerable.Range(0, 200)
            .Select(i => Some.Message($"holder{i}@example.org", ".\n..Ķīsis\n", 20_000 + i)).ToList();

        var outcomes = await Task.WhenAll(messages.Select(message => transport.SendAsync(message, Token)));

        Assert.All(outcomes, outcome => Assert.IsType<MailOutcome.Accepted>(outcome));
        var received = sink.Messages().Select(ParsedMail.Parse).ToDictionary(mail => mail.Raw("Message-ID"));
        Assert.Equal(messages.Count, received.Count);
        foreach (var message in messages)
        {
            var mail = received[message.Id.ToString()];
            Assert.Equal($"Holder LLC <{message.To.Address}>", mail.Header("To"));
            Assert.Equal(".\r\n..Ķīsis\r\n\r\n", mail.PartText("text/plain"));
            Assert.Equal(message.Attachment!.Content.ToArray(), mail.PartContent("application/pdf"));
        }
    }

    private static SmtpOptions SettingsOf(SmtpSink sink) => new()
    {
        Host = "127.0.0.1",
        Port = sink.Port,
        Security = SmtpSecurity.None,
        From = "Agency <portal@agency.example>",
    };
}
