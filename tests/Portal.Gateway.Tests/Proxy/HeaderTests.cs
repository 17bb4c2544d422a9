using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Proxy;

public sealed class HeaderTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("X-Portal-Agency", "of another")]
    [InlineData("x-portal-subject", "somebody")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Forwarded-Prefix", "/admin")]
    [InlineData("X-Real-IP", "10.0.0.1")]
    [InlineData("X-Original-URL", "/internal/v1")]
    [InlineData("X-Http-Method-Override", "DELETE")]
    [InlineData("Proxy-Authorization", "Basic abc")]
    public async Task A_header_that_speaks_for_the_gateway_does_not_pass(string name, string value)
    {
        var echo = await _gateway.EchoAsync("/verify/abc", token: null, (name, value));

        Assert.Null(echo.Header(name));
    }

    [Fact]
    public async Task Where_a_request_came_from_is_told_by_the_connection_alone()
    {
        var echo = await _gateway.EchoAsync("/verify/abc", token: null,
            ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.test"));

        Assert.Equal("127.0.0.1", echo.Header("X-Forwarded-For"));
        Assert.Equal("http", echo.Header("X-Forwarded-Proto"));
        Assert.Equal(RunningGateway.Host, echo.Header("X-Forwarded-Host"));
    }

    [Fact]
    public async Task What_connection_names_ends_here_and_takes_nothing_else_along()
    {
        var echo = await _gateway.EchoAsync("/verify/abc", token: null,
            ("Connection", "X-Hop, X-Forwarded-For, Content-Type, not a name"), ("X-Hop", "1"), ("X-Kept", "2"));

        Assert.Null(echo.Header("X-Hop"));
        Assert.Equal("2", echo.Header("X-Kept"));
        Assert.Equal("127.0.0.1", echo.Header("X-Forwarded-For"));
    }

    [Fact]
    public async Task The_token_passes_so_that_the_service_checks_it_again()
    {
        var token = _gateway.Token(Scopes.PoliciesRead);

        var echo = await _gateway.EchoAsync("/api/v1/policies?limit=5&q=a%20b", token);

        Assert.Equal("Bearer " + token, echo.Header("Authorization"));
        Assert.Equal("/api/v1/policies?limit=5&q=a%20b", echo.Path);
    }

    [Fact]
    public async Task What_a_service_tells_of_itself_stays_inside()
    {
        _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            http.Response.Headers["X-Portal-Replica"] = "certificate-1";
            http.Response.Headers["X-Powered-By"] = "something";
            http.Response.Headers.ETag = "\"7\"";
            return http.Response.WriteAsync("ok");
        };

        using var response = await _gateway.GetAsync("/verify/abc");

        Assert.False(response.Headers.Contains("X-Portal-Replica"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal("\"7\"", response.Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData("/verify/abc", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/policies", HttpStatusCode.Unauthorized)]
    public async Task Every_answer_carries_the_security_headers(string path, HttpStatusCode status)
    {
        using var response = await _gateway.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal(
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_page_may_bring_a_policy_of_its_own()
    {
        _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return http.Response.WriteAsync("ok");
        };

        using var response = await _gateway.GetAsync("/verify/abc");

        Assert.Equal("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task What_only_a_token_opens_is_kept_in_no_cache()
    {
        using var closed = await _gateway.GetAsync("/api/v1/policies", _gateway.Token(Scopes.PoliciesRead));
        using var open = await _gateway.GetAsync("/verify/abc");

        Assert.True(closed.Headers.CacheControl?.NoStore);
        Assert.Null(open.Headers.CacheControl);
    }
}
