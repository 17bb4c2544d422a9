using Portal.Contracts.Policies;
using Portal.Notification.Domain.Deliveries;
using Portal.Notification.Templates;
using Xunit;

namespace Portal.Notification.Tests.Templates;

public sealed class CertificateMailTests
{
    private const string Attack = "<script>alert(1)</script>\"'&\r\nCertificate 0, revision 9";

    [Fact]
    public void The_text_says_who_is_insured_how_until_when_and_whom_to_ask()
    {
        var text = CertificateMail.Text(NoticeWith("Acme Roofing, LLC"));

        Assert.Equal(
            """
            Dear Holder LLC,

            attached is your certificate of insurance for Acme Roofing, LLC.

            Certificate 26-000001, revision 2, shows:
              - Commercial general liability, policy GL-1, 03/01/2026 to 03/01/2027
              - Workers compensation and employers' liability, policy WC-1, 04/01/2026 to 04/01/2027

            Check at any time that it is genuine and current:
            https://portal.example/verify/abc

            Questions? Answer this message, or ask Jo Doe at Harbor Agency:
            (555) 010-2000, jo@harbor.example

            The certificate is issued as a matter of information only and does not change the coverage of the policies.

            """,
            text);
    }

    [Fact]
    public void Nothing_that_was_typed_becomes_markup()
    {
        var html = CertificateMail.Html(NoticeWith(Attack));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(6, html.Split("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;").Length - 1);
    }

    [Fact]
    public void Nothing_that_was_typed_begins_a_line_of_the_text()
    {
        var text = CertificateMail.Text(NoticeWith(Attack));

        Assert.DoesNotContain(
            "Certificate 0, revision 9", text.Split('\n').Select(line => line[..Math.Min(line.Length, 25)]));
        Assert.DoesNotContain('\r', CertificateMail.Subject(NoticeWith(Attack)).Value);
    }

    [Fact]
    public void Only_a_web_address_becomes_a_link()
    {
        Assert.Contains(
            "<a href=\"https://portal.example/verify/abc\">",
            CertificateMail.Html(NoticeWith("x")),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<a ", CertificateMail.Html(NoticeWith("x", "javascript:alert(1)")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_HTML_fetches_nothing()
    {
        var html = CertificateMail.Html(NoticeWith("x"));

        Assert.All(
            ["src=", "<img", "<link", "url(", "@import"],
            fetch => Assert.DoesNotContain(fetch, html, StringComparison.OrdinalIgnoreCase));
    }

    private static Notice NoticeWith(string typed, string url = "https://portal.example/verify/abc") => new()
    {
        HolderName = typed == Attack ? typed : "Holder LLC",
        HolderEmail = "holder@example.org",
        InsuredName = typed,
        CertificateNumber = "26-000001",
        Revision = 2,
        VerificationUrl = url,
        Producer = new Producer
        {
            Name = typed == Attack ? typed : "Harbor Agency",
            ContactName = typed == Attack ? typed : "Jo Doe",
            Phone = "(555) 010-2000",
            Email = "jo@harbor.example",
        },
        Policies =
        [
            new NoticePolicy
            {
                Line = PolicyLine.GeneralLiability,
                Number = typed == Attack ? typed : "GL-1",
                Effective = new DateOnly(2026, 3, 1),
                Expiration = new DateOnly(2027, 3, 1),
            },
            new NoticePolicy
            {
                Line = PolicyLine.WorkersCompensation,
                Number = "WC-1",
                Effective = new DateOnly(2026, 4, 1),
                Expiration = new DateOnly(2027, 4, 1),
            },
        ],
    };
}
