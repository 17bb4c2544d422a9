using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Security;

/// <summary>The portal answers for its own addresses alone.</summary>
public sealed class HostTests : IAsyncLifetime
{
    private const string Beside = "http://127.0.0.1:8080";

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() =>
        _gateway = await RunningGateway.StartAsync(
            routes: null, ("Gateway:Addresses", $"{Beside}, http://portal.local/"));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("evil.test")]
    [InlineData("evil.test:443")]
    [InlineData("portal.test.evil.test")]
    [InlineData("evil.portal.test")]
    [InlineData("portal.test.")]
    [InlineData("portal.test:80")]
    [InlineData("portal.test:8443")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:8081")]
    [InlineData("xn--localhost")]
    [InlineData("localhost:8080")]
    public async Task Another_host_is_not_answered_for_and_is_told_the_right_one(string host)
    {
        foreach (
            var path in (string[])["/verify/abc", "/sign-in", "/api/v1/policies", "/.well-known/openid-configuration", "/nothing"])
        {
            using var response = await _gateway.GetAsync(path, token: null, ("Host", host));

            var problem = await RunningGateway.ProblemAsync(
                response, HttpStatusCode.MisdirectedRequest, "host-not-served");
            Assert.Contains(TestIssuer.Name, problem.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "evil",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }

        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task A_request_for_no_host_is_not_answered()
    {
        var status = await _gateway.StatusLineAsync("GET /verify/abc HTTP/1.0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 421 ", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portal.test")]
    [InlineData("Portal.TEST")]
    [InlineData("portal.test:443")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("portal.local")]
    [InlineData("portal.local:80")]
    public async Task The_issuers_address_and_those_that_are_named_are_answered_for(string host)
    {
        var echo = await _gateway.EchoAsync("/verify/abc", token: null, ("Host", host));

        Assert.Equal(host, echo.Header("X-Forwarded-Host"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task How_it_is_is_told_at_any_host(string path)
    {
        using var response = await _gateway.GetAsync(path, token: null, ("Host", "10.0.0.7:5000"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("portal.test", TestIssuer.Name, HttpStatusCode.OK)]
    [InlineData("portal.test:443", TestIssuer.Name, HttpStatusCode.OK)]
    [InlineData("127.0.0.1:8080", Beside, HttpStatusCode.OK)]
    [InlineData("portal.local:80", "http://portal.local", HttpStatusCode.OK)]
    [InlineData("portal.test", Beside, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1:8080", TestIssuer.Name, HttpStatusCode.Forbidden)]
    [InlineData("portal.test", "http://portal.test", HttpStatusCode.Forbidden)]
    [InlineData("evil.test", "http://evil.test", HttpStatusCode.MisdirectedRequest)]
    public async Task What_a_page_sends_counts_where_it_comes_from_the_address_that_it_is_for(
        string host, string origin, HttpStatusCode status)
    {
        using var response = await _gateway.SendAsync(
            HttpMethod.Post, "/sign-out", token: null, content: null, ("Host", host), ("Origin", origin));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("portal.test", "portal.test", HttpStatusCode.OK)]
    [InlineData("gateway.internal:5000", "portal.test", HttpStatusCode.OK)]
    [InlineData("gateway.internal:5000", "evil.test", HttpStatusCode.MisdirectedRequest)]
    [InlineData("portal.test", "evil.test", HttpStatusCode.MisdirectedRequest)]
    [InlineData("gateway.internal:5000", null, HttpStatusCode.MisdirectedRequest)]
    public async Task A_trusted_proxy_says_which_host_was_asked_for_and_it_still_has_to_be_the_portals(
        string host, string? forwarded, HttpStatusCode status)
    {
        await using var gateway = await RunningGateway.StartAsync(
            routes: null, ("Gateway:TrustedProxies", "127.0.0.1"));
        (string, string)[] headers =
        [
            ("Host", host), ("X-Forwarded-For", "203.0.113.9"),
            .. forwarded is null ? [] : new[] { ("X-Forwarded-Host", forwarded) },
        ];

        using var response = await gateway.GetAsync("/verify/abc", token: null, headers);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("portal.example")]
    [InlineData("http://portal.example/portal")]
    [InlineData("ftp://portal.example")]
    [InlineData("http://127.0.0.1:8080, *")]
    public async Task What_is_no_address_stops_the_start_and_is_named(string addresses)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunningGateway.StartAsync(routes: null, ("Gateway:Addresses", addresses)));

        Assert.Contains($"'{addresses.Split(", ")[^1]}' is no address", problem.Message, StringComparison.Ordinal);
    }
}
