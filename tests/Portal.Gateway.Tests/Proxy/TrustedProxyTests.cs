using Portal.Gateway.Tests.Support;

namespace Portal.Gateway.Tests.Proxy;

public sealed class TrustedProxyTests
{
    private static readonly (string Name, string Value) Https = ("X-Forwarded-Proto", "https");

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9", "https")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", "198.51.100.4, 203.0.113.9, 10.1.2.3", "203.0.113.9", "https")]
    [InlineData("192.0.2.7", "203.0.113.9", "127.0.0.1", "http")]
    public async Task The_nearest_address_that_is_no_trusted_proxy_is_the_caller(
        string trusted, string forwarded, string caller, string scheme)
    {
        await using var gateway = await RunningGateway.StartAsync(routes: null, ("Gateway:TrustedProxies", trusted));

        // One scheme for each proxy that the address passed.
        var echo = await gateway.EchoAsync(
            "/verify/abc", token: null, ("X-Forwarded-For", forwarded), (
                Https.Name, string.Join(", ", forwarded.Split(',').Select(_ => Https.Value))));

        Assert.Equal(caller, echo.Header("X-Forwarded-For"));
        Assert.Equal(scheme, echo.Header("X-Forwarded-Proto"));
    }

    [Fact]
    public async Task What_is_no_address_stops_the_start_and_is_named()
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningGateway.StartAsync(routes: null, ("Gateway:TrustedProxies", "10.0.0.0/8, proxy.local")));

        Assert.Contains("'proxy.local' is neither an address nor a network", problem.Message, StringComparison.Ordinal);
    }
}
