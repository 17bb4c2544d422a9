using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_session_becomes_its_token_and_its_reference_stays_here()
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);

        var echo = await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));

        Assert.StartsWith("Bearer ey", echo.Header("Authorization"), StringComparison.Ordinal);
        Assert.Null(echo.Header("Cookie"));
        Assert.DoesNotContain(reference, string.Concat(echo.Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_has_its_own_scopes_and_no_others()
    {
        using var refused = await _gateway.GetAsync(
            Path, token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.HoldersRead)));

        await RunningGateway.ProblemAsync(refused, HttpStatusCode.Forbidden, "scope-insufficient");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task Two_hundred_requests_at_once_make_one_exchange()
    {
        _gateway.Identity.Delay = TimeSpan.FromMilliseconds(500);
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);

        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(
                _ => _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference))));

        Assert.Equal(1, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task Each_session_gets_its_own_token()
    {
        var (one, other) = (
            _gateway.Identity.SignIn(Scopes.PoliciesRead), _gateway.Identity.SignIn(Scopes.PoliciesRead));

        var first = await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(one));
        var second = await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(other));

        Assert.NotEqual(first.Header("Authorization"), second.Header("Authorization"));
    }

    [Fact]
    public async Task A_token_that_is_about_to_expire_is_not_kept()
    {
        _gateway.Identity.LifetimeSeconds = 10;
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);

        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));

        Assert.Equal(2, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task A_session_that_never_was_is_not_adopted_and_its_cookie_is_deleted()
    {
        var planted = new string('A', 43);

        using var response = await _gateway.GetAsync(Path, token: null, RunningGateway.Browser(planted));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, "session-ended");
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Equal(
            "__Host-portal=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly", cookie);
        Assert.NotEmpty(response.Headers.WwwAuthenticate);
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task A_session_that_ends_is_closed_within_a_second_although_its_token_is_kept()
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));

        _gateway.Identity.EndSession(reference);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        using var response = await _gateway.GetAsync(Path, token: null, RunningGateway.Browser(reference));
        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, "session-ended");
        Assert.Single(response.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("__Host-portal={0}; __Host-portal={1}")]
    [InlineData("__Host-portal={1}; __Host-portal={0}")]
    [InlineData("__Host-portal={0}; __Host-portal={0}")]
    [InlineData("__Host-portal={0}; a=b; __Host-portal")]
    [InlineData("__host-portal={0}")]
    [InlineData("x__Host-portal={0}")]
    [InlineData("__Host-portal=\"{0}\"")]
    [InlineData("__Host-portal={0}=")]
    [InlineData("__Host-portal=")]
    [InlineData("__Host-portal=../../connect/token")]
    public async Task A_cookie_that_is_not_exactly_one_reference_is_no_session(string format)
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);
        var cookie = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, format, reference, new string('A', 43));

        using var response = await _gateway.GetAsync(Path, token: null, ("Cookie", cookie));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, "token-required");
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task A_cookie_in_each_of_two_headers_is_no_session()
    {
        var (one, other) = (
            _gateway.Identity.SignIn(Scopes.PoliciesRead), _gateway.Identity.SignIn(Scopes.PoliciesRead));

        var status = await _gateway.StatusLineAsync(
            $"GET {Path} HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nCookie: __Host-portal={one}\r\nCookie: "
            + $"__Host-portal={other}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401 ", status, StringComparison.Ordinal);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Theory]
    [InlineData("Bearer not.a.token", "token-invalid")]
    [InlineData("Basic YTpi", "token-required")]
    [InlineData("", "token-required")]
    public async Task A_request_with_an_Authorization_header_is_judged_by_that_alone(string authorization, string code)
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);

        using var response = await _gateway.GetAsync(
            Path, token: null, [.. RunningGateway.Browser(reference), ("Authorization", authorization)]);

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, code);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task A_token_beside_a_cookie_passes_as_it_came()
    {
        var token = _gateway.Token(Scopes.PoliciesRead);

        var echo = await _gateway.EchoAsync(
            Path, token, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));

        Assert.Equal("Bearer " + token, echo.Header("Authorization"));
        Assert.Null(echo.Header("Cookie"));
    }

    [Fact]
    public async Task While_Identity_is_down_a_kept_token_works_and_another_session_is_told_to_come_back()
    {
        var (known, unknown) = (
            _gateway.Identity.SignIn(Scopes.PoliciesRead), _gateway.Identity.SignIn(Scopes.PoliciesRead));
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(known));
        _gateway.Identity.Down = true;

        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(known));
        using (var refused = await _gateway.GetAsync(Path, token: null, RunningGateway.Browser(unknown)))
        {
            await RunningGateway.ProblemAsync(refused, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
            Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter?.Delta);
            Assert.False(refused.Headers.Contains("Set-Cookie"));
        }

        _gateway.Identity.Down = false;
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(unknown));
    }

    [Theory]
    [InlineData(401, "invalid_client")]
    [InlineData(400, "unauthorized_client")]
    [InlineData(400, "unsupported_grant_type")]
    [InlineData(500, "server_error")]
    public async Task A_gateway_that_Identity_does_not_know_ends_nobodys_session(int status, string error)
    {
        _gateway.Identity.Exchange = () => Results.Json(new { error }, statusCode: status);

        using var response = await _gateway.GetAsync(
            Path, token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_token_that_Identity_did_not_sign_is_not_used()
    {
        using var forger = new TestKey();
        var forged = forger.Sign(forger.Header().ToJsonString(), TestIssuer.Claims(Scopes.PoliciesRead).ToJsonString());
        _gateway.Identity.Exchange = () => Results.Json(new { access_token = forged, expires_in = 300 });

        using var response = await _gateway.GetAsync(
            Path, token: null, RunningGateway.Browser(_gateway.Identity.SignIn(Scopes.PoliciesRead)));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task Other_cookies_pass_to_pages_alone_and_the_sessions_never()
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);
        var cookie = $"a=1; __Host-portal={reference}; __Host-portal-sign-in=xyz;__HOST-PORTAL=odd";

        var page = await _gateway.EchoAsync("/api/v1/sign-in", token: null, ("Cookie", cookie));
        var service = await _gateway.EchoAsync(Path, token: null, ("Cookie", cookie));
        var open = await _gateway.EchoAsync("/verify/abc", token: null, ("Cookie", cookie));

        Assert.Equal("a=1; __Host-portal-sign-in=xyz", page.Header("Cookie"));
        Assert.Null(service.Header("Cookie"));
        Assert.Null(open.Header("Cookie"));
    }

    [Fact]
    public async Task What_Identity_sets_reaches_the_browser()
    {
        _gateway.Identity.Answer = http =>
        {
            http.Response.Headers.SetCookie = "__Host-portal=new; path=/; secure; samesite=lax; httponly";
            return Task.CompletedTask;
        };

        using var response = await _gateway.SendAsync(
            HttpMethod.Post, "/api/v1/sign-in/code/check", token: null, content: null, (
                "Sec-Fetch-Site", "same-origin"));

        Assert.Equal(
            "__Host-portal=new; path=/; secure; samesite=lax; httponly",
            response.Headers.GetValues("Set-Cookie").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("__Host-portal=new; path=/; secure; samesite=lax; httponly", 4)]
    [InlineData("__Host-portal=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure", 4)]
    [InlineData("__Host-portal-sign-in=new; path=/; secure; samesite=lax; httponly", 2)]
    public async Task A_new_reference_makes_the_tokens_of_the_old_one_forgotten_at_once(string cookie, int exchanges)
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead, Scopes.SessionsWrite);
        var delegated = $"/as/{_gateway.Identity.StepIn(reference, "view", Scopes.PoliciesRead)}{Path}";
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        await _gateway.EchoAsync(delegated, token: null, RunningGateway.Browser(reference));
        _gateway.Identity.Answer = http =>
        {
            http.Response.Headers.SetCookie = cookie;
            return Task.CompletedTask;
        };

        using var switched = await _gateway.SendAsync(
            HttpMethod.Post, "/api/v1/session/client", token: null, content: null, RunningGateway.Browser(reference));
        Assert.Equal(HttpStatusCode.OK, switched.StatusCode);
        await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        await _gateway.EchoAsync(delegated, token: null, RunningGateway.Browser(reference));

        Assert.Equal(exchanges, _gateway.Identity.Exchanges);
    }
}
