using Portal.Notification.Smtp;
using Xunit;

namespace Portal.Notification.Tests.Smtp;

public sealed class SmtpSettingsTests
{
    [Fact]
    public void Good_settings_pass() => Assert.Empty(Problems(_ => { }));

    [Theory]
    [InlineData("Host", "")]
    [InlineData("Host", "relay example")]
    [InlineData("Port", "0")]
    [InlineData("From", "")]
    [InlineData("From", "Certificates")]
    [InlineData("Connections", "0")]
    [InlineData("UrgentConnections", "0")]
    [InlineData("InDoubt", "0")]
    [InlineData("TimeoutScale", "0")]
    [InlineData("TimeoutScale", "NaN")]
    [InlineData("IdleTimeout", "00:00:00")]
    [InlineData("ClientName", "two words")]
    [InlineData("User", "portal")]
    [InlineData("Password", "secret")]
    [InlineData("CaFile", "/nowhere/ca.pem")]
    public void A_bad_setting_is_named(string setting, string value)
    {
        var problem = Assert.Single(Problems(smtp =>
        {
            var property = typeof(SmtpOptions).GetProperty(setting)!;
            var converter = System.ComponentModel.TypeDescriptor.GetConverter(property.PropertyType);
            property.SetValue(smtp, converter.ConvertFromInvariantString(value));
        }));

        Assert.Contains($"Smtp__{setting}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_without_TLS_is_refused_unless_allowed()
    {
        var refused = Problems(
            smtp => (smtp.User, smtp.Password, smtp.Security) = ("portal", "secret", SmtpSecurity.None));
        Assert.Contains("Smtp__AllowPlaintextLogin", Assert.Single(refused), StringComparison.Ordinal);

        Assert.Empty(Problems(smtp =>
            (
                smtp.User,
                smtp.Password,
                smtp.Security,
                smtp.AllowPlaintextLogin) = ("portal", "secret", SmtpSecurity.None, true)));
    }

    [Fact]
    public void A_NUL_can_not_hide_in_the_login() =>
        Assert.Single(
            Problems(smtp => (smtp.User, smtp.Password, smtp.Security) = ("por\0tal", "secret", SmtpSecurity.Tls)));

    private static List<string> Problems(Action<SmtpOptions> change)
    {
        var settings = new SmtpOptions { Host = "relay.example", Port = 587, From = "Agency <portal@agency.example>" };
        change(settings);
        return [.. new SmtpOptionsValidator().Validate(null, settings).Failures ?? []];
    }
}
