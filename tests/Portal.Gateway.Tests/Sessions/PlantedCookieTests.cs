using Portal.Gateway.Sessions;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

/// <summary>What a subdomain beside this host may set, which browsers send along with the host's own cookies.</summary>
public sealed class PlantedCookieTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("\u00a0__Host-portal={0}")]
    [InlineData("\u2000__Host-portal={0}")]
    [InlineData("\v__Host-portal={0}")]
    [InlineData("__Host-portal\u00a0={0}")]
    [InlineData("__Host-portal ={0}")]
    [InlineData("__Host-portal=\u00a0{0}")]
    public async Task A_cookie_of_a_neighbour_that_becomes_the_session_s_once_blanks_are_taken_off_is_no_session(
        string format)
    {
        var cookie = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, format, _gateway.Identity.SignIn(Scopes.PoliciesRead));

        var status = await _gateway.StatusLineAsync(
            $"GET {Path} HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n");

        Assert.Equal("HTTP/1.1 401 Unauthorized", status);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Theory]
    [InlineData("a=b;\t__Host-portal-toast=1", "a=b; __Host-portal-toast=1")]
    [InlineData("a=b; \u00a0__Host-portal-sign-in=planted", "a=b")]
    [InlineData("__host-portal-sign-in=planted; a=b", "a=b")]
    [InlineData("__Host-portal-sign-in=planted; a=b; __Host-portal-sign-in=own", "a=b")]
    public void A_cookie_that_a_neighbour_may_have_planted_does_not_pass_on(string received, string passed)
    {
        Assert.Equal(passed, SessionCookie.Others(received));
    }
}
