using Portal.Notification.Mime;
using Xunit;

namespace Portal.Notification.Tests.Mime;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("holder@example.org", "holder@example.org")]
    [InlineData("Jo.O'Neil+coi@Sub.Example.ORG", "Jo.O'Neil+coi@sub.example.org")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("portal@localhost", "portal@localhost")]
    [InlineData("info@exämple.org", "info@xn--exmple-cua.org")]
    [InlineData("ķīsis@example.org", "ķīsis@example.org")]
    public void An_address_is_read(string text, string expected)
    {
        Assert.True(MailAddress.TryParse(text, out var address));
        Assert.Equal(expected, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("holder")]
    [InlineData("@example.org")]
    [InlineData("holder@")]
    [InlineData("holder@.org")]
    [InlineData("holder@example..org")]
    [InlineData("holder@example.org.")]
    [InlineData("holder@-example.org")]
    [InlineData("holder@exam_ple.org")]
    [InlineData("holder@[127.0.0.1]")]
    [InlineData(".holder@example.org")]
    [InlineData("hol..der@example.org")]
    [InlineData("hol der@example.org")]
    [InlineData(" holder@example.org")]
    [InlineData("holder@example.org ")]
    [InlineData("\"hol der\"@example.org")]
    [InlineData("holder@example.org,second@example.org")]
    [InlineData("holder@example.org>\r\nRCPT TO:<second@example.org")]
    [InlineData("holder@example.org\n")]
    [InlineData("hol\0der@example.org")]
    [InlineData("hol<der@example.org")]
    [InlineData("holder\u200B@example.org")]
    [InlineData("holder\u202E@example.org")]
    [InlineData("holder\uD800@example.org")]
    [InlineData("holder@exam\u2028ple.org")]
    [InlineData("Holder <holder@example.org>")]
    public void What_is_no_address_is_refused(string? text) => Assert.False(MailAddress.TryParse(text, out _));

    [Fact]
    public void Lengths_end_where_the_standard_says()
    {
        Assert.True(MailAddress.TryParse(new string('a', 64) + "@example.org", out _));
        Assert.False(MailAddress.TryParse(new string('a', 65) + "@example.org", out _));
        Assert.False(MailAddress.TryParse("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)), out _));
    }

    [Theory]
    [InlineData("Certificates <portal@agency.example>", "Certificates", "portal@agency.example")]
    [InlineData("\"Smith, Jones\" <portal@agency.example>", "Smith, Jones", "portal@agency.example")]
    [InlineData(" portal@agency.example ", "", "portal@agency.example")]
    [InlineData("<portal@agency.example>", "", "portal@agency.example")]
    public void A_mailbox_is_read(string text, string name, string address)
    {
        Assert.True(Mailbox.TryParse(text, out var mailbox));
        Assert.Equal((name, address), (mailbox.Name.Value, mailbox.Address.ToString()));
    }

    [Theory]
    [InlineData("Certificates <portal@agency.example")]
    [InlineData("Certificates portal@agency.example")]
    [InlineData("portal@agency.example>>")]
    public void What_is_no_mailbox_is_refused(string text) => Assert.False(Mailbox.TryParse(text, out _));
}
