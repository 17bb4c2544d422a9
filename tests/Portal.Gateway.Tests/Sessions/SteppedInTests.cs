using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Sessions;

public sealed class SteppedInTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;
    private string _reference = "";
    private Guid _delegation;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync();
        _reference = _gateway.Identity.SignIn(Scopes.ClientsRead, Scopes.DelegationsRead);
        _delegation = _gateway.Identity.StepIn(
            _reference, PortalClaims.ManageMode, Scopes.PoliciesRead, Scopes.PoliciesWrite, Scopes.DeliveriesWrite);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Below_as_the_delegations_token_counts_and_the_service_sees_its_own_path()
    {
        var echo = await _gateway.EchoAsync(
            $"/as/{_delegation}/api/v1/policies?limit=5&q=a%20b", token: null, RunningGateway.Browser(_reference));

        Assert.Equal("/api/v1/policies?limit=5&q=a%20b", echo.Path);
        Assert.Equal($"/as/{_delegation}", echo.Header("X-Forwarded-Prefix"));
        Assert.Null(echo.Header("Cookie"));
        using var above = await _gateway.GetAsync("/api/v1/policies", token: null, RunningGateway.Browser(_reference));
        await RunningGateway.ProblemAsync(above, HttpStatusCode.Forbidden, "scope-insufficient");
    }

    [Fact]
    public async Task Any_number_of_clients_are_open_side_by_side()
    {
        var other = _gateway.Identity.StepIn(_reference, PortalClaims.ViewMode, Scopes.PoliciesRead);

        var first = await _gateway.EchoAsync(
            $"/as/{_delegation}/api/v1/policies", token: null, RunningGateway.Browser(_reference));
        var second = await _gateway.EchoAsync(
            $"/as/{other}/api/v1/policies", token: null, RunningGateway.Browser(_reference));

        Assert.NotEqual(first.Header("Authorization"), second.Header("Authorization"));
        Assert.Equal(2, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task A_token_of_ones_own_opens_nothing_below_as()
    {
        var token = _gateway.Token([.. Scopes.ForPartners]);

        using var bearer = await _gateway.GetAsync($"/as/{_delegation}/api/v1/policies", token);
        using var both = await _gateway.GetAsync(
            $"/as/{_delegation}/api/v1/policies", token, RunningGateway.Browser(_reference));
        using var neither = await _gateway.GetAsync($"/as/{_delegation}/api/v1/policies");

        await RunningGateway.ProblemAsync(bearer, HttpStatusCode.Unauthorized, "session-required");
        await RunningGateway.ProblemAsync(both, HttpStatusCode.Unauthorized, "session-required");
        await RunningGateway.ProblemAsync(neither, HttpStatusCode.Unauthorized, "session-required");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task Pages_of_an_account_exist_below_as_and_take_no_token_of_ones_own()
    {
        var path = $"/as/{_delegation}/a/{Guid.CreateVersion7()}/policies";

        var stepped = await _gateway.EchoAsync(path, token: null, RunningGateway.Browser(_reference));
        var bearer = await _gateway.EchoAsync(path, _gateway.Token([.. Scopes.ForPartners]));

        Assert.StartsWith("Bearer ey", stepped.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal($"/as/{_delegation}", stepped.Header("X-Forwarded-Prefix"));
        Assert.Null(bearer.Header("Authorization"));
    }

    [Theory]
    [InlineData("/sign-in/harborlight")]
    [InlineData("/accounts")]
    [InlineData("/clients")]
    [InlineData("/assets/site.css")]
    public async Task Pages_that_belong_to_nobodys_account_do_not_exist_below_as(string path)
    {
        using var response = await _gateway.GetAsync(
            $"/as/{_delegation}{path}", token: null, RunningGateway.Browser(_reference));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_delegation_of_another_session_is_refused_and_the_session_stays()
    {
        var colleague = _gateway.Identity.SignIn(Scopes.ClientsRead);

        using var response = await _gateway.GetAsync(
            $"/as/{_delegation}/api/v1/policies", token: null, RunningGateway.Browser(colleague));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, "delegation-ended");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task A_token_of_another_delegation_is_never_used()
    {
        var others = _gateway.Issuer.DelegateToken(
            Guid.NewGuid(), Guid.NewGuid(), PortalClaims.ManageMode, Scopes.PoliciesRead);
        _gateway.Identity.Exchange = () => Results.Json(new { access_token = others, expires_in = 300 });

        using var below = await _gateway.GetAsync(
            $"/as/{_delegation}/api/v1/policies", token: null, RunningGateway.Browser(_reference));
        using var above = await _gateway.GetAsync("/api/v1/policies", token: null, RunningGateway.Browser(_reference));

        await RunningGateway.ProblemAsync(below, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
        await RunningGateway.ProblemAsync(above, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
    }

    [Fact]
    public async Task A_delegation_that_ends_is_closed_within_a_second_and_the_session_stays()
    {
        var path = $"/as/{_delegation}/api/v1/policies";
        await _gateway.EchoAsync(path, token: null, RunningGateway.Browser(_reference));

        _gateway.Identity.EndDelegation(_delegation);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        using var ended = await _gateway.GetAsync(path, token: null, RunningGateway.Browser(_reference));
        await RunningGateway.ProblemAsync(ended, HttpStatusCode.Unauthorized, "delegation-ended");
        Assert.False(ended.Headers.Contains("Set-Cookie"));
        await _gateway.EchoAsync("/api/v1/clients", token: null, RunningGateway.Browser(_reference));
    }

    [Fact]
    public async Task A_session_that_ends_takes_its_delegations_along()
    {
        var path = $"/as/{_delegation}/api/v1/policies";
        await _gateway.EchoAsync(path, token: null, RunningGateway.Browser(_reference));

        _gateway.Identity.EndSession(_reference);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        using var ended = await _gateway.GetAsync(path, token: null, RunningGateway.Browser(_reference));
        await RunningGateway.ProblemAsync(ended, HttpStatusCode.Unauthorized, "session-ended");
        Assert.Single(ended.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/sign-in")]
    [InlineData("POST", "/api/v1/sign-in/code")]
    [InlineData("GET", "/sign-in/google/callback")]
    [InlineData("POST", "/connect/token")]
    [InlineData("POST", "/connect/revoke")]
    [InlineData("GET", "/.well-known/jwks.json")]
    [InlineData("GET", "/verify/abc")]
    [InlineData("GET", "/openapi/policy.json")]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/alive")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/internal/v1/revocations")]
    public async Task Only_what_a_scope_opens_exists_below_as(string method, string path)
    {
        using var response = await _gateway.SendAsync(
            new HttpMethod(method), $"/as/{_delegation}{path}", token: null, content: null,
            RunningGateway.Browser(_reference));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [InlineData("/as/{0}")]
    [InlineData("/as/{0}/as/{0}/api/v1/policies")]
    [InlineData("/AS/{0}/api/v1/policies")]
    [InlineData("/as//{0}/api/v1/policies")]
    [InlineData("//as/{0}/api/v1/policies")]
    [InlineData("/as/{0}//api/v1/policies")]
    [InlineData("/as%2F{0}/api/v1/policies")]
    [InlineData("/as/{0}%2Fapi/v1/policies")]
    [InlineData("/as/{0}/..%2F..%2Fapi/v1/policies")]
    [InlineData("/as/{0}x/api/v1/policies")]
    [InlineData("/as/{{{0}}}/api/v1/policies")]
    [InlineData("/as/%20{0}/api/v1/policies")]
    [InlineData("/as/{0}/../{0}/connect/token")]
    [InlineData("/as/./{0}/../connect/token")]
    [InlineData("/api/v1/as/{0}/api/v1/policies")]
    public async Task Another_spelling_leads_nowhere(string format)
    {
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, _delegation);

        var status = await _gateway.StatusLineAsync(
            $"GET {path} HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nCookie: "
            + $"__Host-portal={_reference}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (400|404) ", status);
        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task The_id_in_capitals_leads_nowhere()
    {
        var path = $"/as/{_delegation.ToString().ToUpperInvariant()}/api/v1/policies";

        using var response = await _gateway.GetAsync(path, token: null, RunningGateway.Browser(_reference));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Fact]
    public async Task Leaving_the_path_by_dots_leaves_the_delegation_too()
    {
        var status = await _gateway.StatusLineAsync(
            $"GET /as/{_delegation}/%2e%2e/../api/v1/policies HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nCookie: "
            + $"__Host-portal={_reference}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/distributions/7", "/as/{0}/api/v1/distributions/7")]
    [InlineData("{1}api/v1/deliveries/7?a=b", "/as/{0}/api/v1/deliveries/7?a=b")]
    [InlineData("/as/{0}/api/v1/policies/7", "/as/{0}/api/v1/policies/7")]
    [InlineData("https://elsewhere.test/x", "https://elsewhere.test/x")]
    [InlineData("//elsewhere.test/x", "//elsewhere.test/x")]
    [InlineData("/\\elsewhere.test/x", "/\\elsewhere.test/x")]
    public async Task An_address_in_an_answer_stays_below_as(string answered, string expected)
    {
        _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.Headers.Location = Fill(answered, $"http://{http.Request.Host}/");
            return Task.CompletedTask;
        };

        using var response = await _gateway.SendAsync(
            HttpMethod.Post, $"/as/{_delegation}/api/v1/deliveries/{Guid.NewGuid()}/retries", token: null,
            content: null, RunningGateway.Browser(_reference));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(Fill(expected, ""), response.Headers.NonValidated["Location"].ToString());
    }

    [Fact]
    public async Task A_services_own_address_is_never_told_outside()
    {
        _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            http.Response.Headers.Location = $"http://{http.Request.Host}/api/v1/deliveries/7";
            return Task.CompletedTask;
        };

        using var response = await _gateway.SendAsync(
            HttpMethod.Post, $"/api/v1/deliveries/{Guid.NewGuid()}/retries", _gateway.Token(
                Scopes.DeliveriesWrite), content: null);

        Assert.Equal("/api/v1/deliveries/7", response.Headers.GetValues("Location").Single());
    }

    private string Fill(string format, string address) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, _delegation, address);
}
