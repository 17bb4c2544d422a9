using Portal.Gateway.Tests.Support;

namespace Portal.Gateway.Tests.Proxy;

public sealed class UnnamedProxyTests
{
    [Fact]
    public async Task A_proxy_that_nobody_named_is_warned_of_once()
    {
        await using var gateway = await RunningGateway.StartAsync();
        Assert.DoesNotContain(gateway.Log.Warnings, IsOfProxy);

        await gateway.EchoAsync("/verify/abc", token: null, ("X-Forwarded-For", "203.0.113.9"));
        await gateway.EchoAsync("/verify/abc", token: null, ("X-Forwarded-For", "203.0.113.10"));

        Assert.Contains(
            "Gateway__TrustedProxies", Assert.Single(gateway.Log.Warnings, IsOfProxy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_named_is_not()
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Gateway:TrustedProxies", "127.0.0.1"));

        await gateway.EchoAsync("/verify/abc", token: null, ("X-Forwarded-For", "203.0.113.9"));

        Assert.DoesNotContain(gateway.Log.Warnings, IsOfProxy);
    }

    private static bool IsOfProxy(string warning) => warning.Contains("X-Forwarded-For", StringComparison.Ordinal);
}
