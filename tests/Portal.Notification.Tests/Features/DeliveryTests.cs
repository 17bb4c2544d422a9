using Portal.Contracts.Deliveries;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed partial class DeliveryTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_holder_of_a_batch_gets_its_certificate_and_the_outcome_is_told()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var issued = Some.Issued(5);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        Assert.Equal(5, fixture.Relay.Accepted.Count);
        foreach (var certificate in issued.Certificates)
        {
            var mail = fixture.Relay.Accepted.Select(ParsedMail.Parse).Single(
                mail => mail.Raw("Message-ID") == $"<{certificate.CertificateId:N}@portal.example>");
            Assert.Equal($"{certificate.HolderName} <{certificate.HolderEmail}>", mail.Header("To"));
            Assert.Equal("Certificates <certificates@portal.example>", mail.Header("From"));
            Assert.Equal("Harbor Agency <jo@harbor.example>", mail.Header("Reply-To"));
            Assert.Equal(
                $"Certificate of insurance {certificate.Number} for Acme Roofing, LLC", mail.Header("Subject"));
            Assert.Equal(FakeCertificates.PdfOf(certificate.CertificateId), mail.PartContent("application/pdf"));
            Assert.Contains(certificate.VerificationUrl, mail.PartText("text/plain"), StringComparison.Ordinal);
            var outcome = Assert.Single(
                fixture.Outcomes, outcome => outcome.CertificateId == certificate.CertificateId);
            Assert.Equal(DeliveryStatus.Delivered, outcome.Status);
        }

        Assert.All(
            await fixture.DeliveriesAsync(issued),
            delivery => Assert.Equal(DeliveryState.Delivered, delivery.Status));
        Assert.Equal(1, fixture.Certificates.Calls);
    }

    [Fact]
    public async Task The_same_batch_twice_and_at_once_sends_each_mail_once()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var issued = Some.Issued(20);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.Bus.PublishAsync(issued, Token)));
        await fixture.ToldAsync(issued);
        await fixture.Bus.PublishAsync(issued, Token);
        var last = Some.Issued(1);
        await fixture.Bus.PublishAsync(last, Token);
        await fixture.ToldAsync(last);

        Assert.Equal(21, fixture.Mails.Distinct().Count());
        Assert.Equal(21, fixture.Mails.Count);
        Assert.Equal(21L, await fixture.AskDatabaseAsync("select count(*) from deliveries"));
    }

    [Fact]
    public async Task A_mail_that_the_relay_defers_is_tried_again()
    {
        var refusals = 0;
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.End && Interlocked.Increment(ref refusals) <= 2
            ? "451 4.7.1 Greylisted"
            : null;
        fixture.Start();
        var issued = Some.Issued(1);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        var delivery = Assert.Single(await fixture.DeliveriesAsync(issued));
        Assert.Equal(3, delivery.Attempts);
        Assert.Equal("250 2.0.0 queued", delivery.LastAnswer);
        Assert.Null(delivery.NextAttemptAt);
        Assert.Single(fixture.Relay.Accepted);
    }

    [Fact]
    public async Task A_mail_that_is_deferred_again_and_again_has_failed_at_last()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.End ? "452 4.2.2 Mailbox full" : null;
        fixture.Settings["Delivery:MaxAttempts"] = "3";
        fixture.Start();
        var issued = Some.Issued(1);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        var outcome = Assert.Single(fixture.Outcomes);
        Assert.Equal(DeliveryStatus.Failed, outcome.Status);
        Assert.Equal("Given up after 3 attempts. The last answer was: 452 4.2.2 Mailbox full", outcome.Detail);
        Assert.Equal(3, fixture.Relay.Offered.Count);
    }

    [Fact]
    public async Task An_address_that_is_none_fails_at_once_and_holds_nobody_up()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var issued = Some.Issued(
            2, email: i => i == 1 ? "holder1@example.org>\r\nRCPT TO:<victim@example.org" : "holder2@example.org");

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        Assert.Contains(
            "is no e-mail address",
            Assert.Single(fixture.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).Detail,
            StringComparison.Ordinal);
        Assert.Single(fixture.Relay.Accepted);
        Assert.DoesNotContain(fixture.Relay.Commands, command => command.Contains("victim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_relay_does_not_take_mail_everything_waits_and_nothing_counts_as_an_attempt()
    {
        var refused = 0;
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command => command == Relay.Greeting ? Refuse() : null;
        fixture.Settings["Delivery:MaxAttempts"] = "1";
        fixture.Settings["Delivery:LongestPause"] = "00:00:00.200";
        fixture.Start();
        var issued = Some.Issued(10);

        await fixture.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => refused >= 5, Token);
        var waiting = await fixture.DeliveriesAsync(issued);
        fixture.Relay.Script = _ => null;
        await fixture.ToldAsync(issued);

        Assert.Equal(10, waiting.Count);
        Assert.All(
            waiting, delivery => Assert.Equal((DeliveryState.Pending, 0), (delivery.Status, delivery.Attempts)));
        Assert.Contains(waiting, delivery => delivery.LastAnswer is { } answer
            && answer.Contains("421 4.3.2 Down", StringComparison.Ordinal));
        Assert.All(fixture.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
        Assert.Equal(10, fixture.Mails.Distinct().Count());

        string Refuse()
        {
            Interlocked.Increment(ref refused);
            return "421 4.3.2 Down";
        }
    }

    [Fact]
    public async Task While_the_certificates_can_not_be_fetched_everything_waits()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Certificates.IsDown = true;
        fixture.Settings["Delivery:LongestPause"] = "00:00:00.100";
        fixture.Start();
        var issued = Some.Issued(3);

        await fixture.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => fixture.Certificates.Calls >= 3, Token);
        Assert.Empty(fixture.Relay.Commands);
        fixture.Certificates.IsDown = false;
        await fixture.ToldAsync(issued);

        Assert.Equal(3, fixture.Relay.Accepted.Count);
    }

    [Fact]
    public async Task A_certificate_without_a_document_holds_nobody_else_up()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Delivery:MaxAttempts"] = "2";
        var issued = Some.Issued(3);
        fixture.Certificates.Lost.Add(issued.Certificates[0].CertificateId);
        fixture.Start();

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        Assert.Equal(
            issued.Certificates[0].CertificateId,
            Assert.Single(fixture.Outcomes, outcome => outcome.Status == DeliveryStatus.Failed).CertificateId);
        Assert.Equal(2, fixture.Relay.Accepted.Count);
    }
}
