using System.Security.Cryptography.X509Certificates;
using System.Text;
using Portal.Notification.Smtp;
using Portal.Notification.Tests.Support;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class SecurityTests : IDisposable
{
    private readonly Authority _authority = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task STARTTLS_protects_everything_and_asks_anew_what_is_offered()
    {
        await using var relay = StartTlsRelay(_authority.Issue("localhost"));
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Equal(2, relay.Commands.Count(command => command.StartsWith("EHLO", StringComparison.Ordinal)));
        Assert.Equal(3, relay.LongestPipeline);
    }

    [Fact]
    public async Task Implicit_TLS_protects_from_the_start()
    {
        await using var relay = new Relay { Certificate = _authority.Issue("localhost"), TlsFromTheStart = true };
        await using var transport = Transport(relay, SmtpSecurity.Tls, _authority.File);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
    }

    [Fact]
    public async Task A_big_message_passes_TLS_whole()
    {
        await using var relay = new Relay { Certificate = _authority.Issue("localhost"), TlsFromTheStart = true };
        await using var transport = Transport(relay, SmtpSecurity.Tls, _authority.File);

        await transport.SendAsync(Some.Message(pdfOctets: 1_000_000), Token);

        Assert.Equal(
            Some.Pdf(1_000_000), ParsedMail.Parse(Assert.Single(relay.Accepted)).PartContent("application/pdf"));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    internal async Task A_certificate_of_an_unknown_authority_is_refused(SmtpSecurity security)
    {
        using var stranger = new Authority();
        await AssertNothingSaidAsync(security, stranger.Issue("localhost"), _authority.File);
        await AssertNothingSaidAsync(security, stranger.Issue("localhost"), caFile: null);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    internal async Task A_certificate_for_another_name_is_refused(SmtpSecurity security) =>
        await AssertNothingSaidAsync(security, _authority.Issue("relay.example"), _authority.File);

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    internal async Task An_expired_certificate_is_refused(SmtpSecurity security) =>
        await AssertNothingSaidAsync(security, _authority.Issue("localhost", expired: true), _authority.File);

    [Fact]
    public async Task A_relay_that_hides_STARTTLS_gets_no_message()
    {
        await using var relay = new Relay();
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "does not offer STARTTLS",
            Assert.IsType<MailOutcome.Unavailable>(outcome).Answer,
            StringComparison.Ordinal);
        Assert.Single(relay.Commands);
    }

    [Fact]
    public async Task A_relay_that_refuses_STARTTLS_gets_no_message()
    {
        await using var relay = new Relay
        {
            Offers = ["STARTTLS"],
            Script = RefusalTests.Once("STARTTLS", "454 4.7.0 Not now"),
        };
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "454 4.7.0 Not now", Assert.IsType<MailOutcome.Unavailable>(outcome).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(relay.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_slipped_in_before_TLS_is_not_believed()
    {
        await using var relay = new Relay
        {
            Offers = ["STARTTLS"],
            Certificate = _authority.Issue("localhost"),
            Script = RefusalTests.Once("STARTTLS", "220 go ahead\r\n250-relay.test\r\n250 AUTH PLAIN"),
        };
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.IsType<MailOutcome.Unavailable>(outcome);
        Assert.DoesNotContain(relay.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "AUTH PLAIN AHBvcnRhbABww6Rzcw==")]
    [InlineData("AUTH LOGIN", "AUTH LOGIN|cG9ydGFs|cMOkc3M=")]
    public async Task The_login_is_the_best_that_the_relay_offers(string offer, string said)
    {
        await using var relay = StartTlsRelay(_authority.Issue("localhost"), offer);
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File, login: true);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Message(), Token));
        Assert.Equal(
            said.Split('|'),
            relay.Commands.SkipWhile(
                command => !command.StartsWith("AUTH", StringComparison.Ordinal)).Take(said.Split('|').Length));
    }

    [Theory]
    [InlineData("AUTH PLAIN")]
    [InlineData("AUTH LOGIN")]
    public async Task A_refused_login_makes_the_relay_unavailable_and_never_shows_the_password(string offer)
    {
        await using var relay = StartTlsRelay(_authority.Issue("localhost"), offer);
        relay.Script = RefusalTests.Once("AUTH", "535 5.7.8 Wrong");
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File, login: true);

        var answer = Assert.IsType<MailOutcome.Unavailable>(await transport.SendAsync(Some.Message(), Token)).Answer;
        Assert.Contains("535 5.7.8 Wrong", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("päss", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("päss")), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_with_other_logins_only_is_unavailable()
    {
        await using var relay = StartTlsRelay(_authority.Issue("localhost"), "AUTH CRAM-MD5 XOAUTH2");
        await using var transport = Transport(relay, SmtpSecurity.StartTls, _authority.File, login: true);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "CRAM-MD5, XOAUTH2", Assert.IsType<MailOutcome.Unavailable>(outcome).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_goes_in_the_clear_only_where_that_was_allowed()
    {
        await using var relay = new Relay { Offers = ["AUTH PLAIN"] };
        await using (var careful = Transport(relay, SmtpSecurity.None, null, login: true))
        {
            Assert.IsType<MailOutcome.Unavailable>(await careful.SendAsync(Some.Message(), Token));
            Assert.DoesNotContain(relay.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
        }

        await using var allowed = Some.Transport(
            relay, smtp => (smtp.User, smtp.Password, smtp.AllowPlaintextLogin) = ("portal", "päss", true));
        Assert.IsType<MailOutcome.Accepted>(await allowed.SendAsync(Some.Message(), Token));
    }

    private static Relay StartTlsRelay(X509Certificate2 certificate, string offer = "PIPELINING") => new()
    {
        Offers = ["STARTTLS"],
        OffersInTls = ["PIPELINING", "8BITMIME", offer],
        Certificate = certificate,
    };

    private static SmtpTransport Transport(Relay relay, SmtpSecurity security, string? caFile, bool login = false) =>
        Some.Transport(relay, smtp =>
        {
            smtp.Security = security;
            smtp.CaFile = caFile;
            if (login)
            {
                (smtp.User, smtp.Password) = ("portal", "päss");
            }
        });

    private static async Task AssertNothingSaidAsync(
        SmtpSecurity security, X509Certificate2 certificate, string? caFile)
    {
        var starts = security == SmtpSecurity.StartTls;
        await using var relay = new Relay
        {
            Certificate = certificate,
            TlsFromTheStart = !starts,
            Offers = starts ? ["STARTTLS"] : [],
        };
        await using var transport = Transport(relay, security, caFile);

        var outcome = await transport.SendAsync(Some.Message(), Token);

        Assert.Contains(
            "TLS with the relay failed",
            Assert.IsType<MailOutcome.Unavailable>(outcome).Answer,
            StringComparison.Ordinal);
        Assert.DoesNotContain(relay.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }
}
