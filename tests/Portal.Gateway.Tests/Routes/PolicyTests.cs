using System.Net;
using Portal.Gateway.Routes;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Routes;

/// <summary>
/// Each route of the product's own file, against callers without a token, with every other scope, and with its own.
/// </summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public static TheoryData<string> Closed =>
        [.. OwnRoutes.All.Where(route => route.NeedsScope).Select(route => route.Name!)];

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_closed_route_needs_a_token_with_its_scope(string name)
    {
        var route = OwnRoutes.Named(name);
        using (var anonymous = await AskAsync(route, token: null))
        {
            await RunningGateway.ProblemAsync(anonymous, HttpStatusCode.Unauthorized, "token-required");
        }

        var others = Scopes.ForPartners.Concat(Scopes.ForPeople).Concat(Scopes.ForServices)
            .Where(scope => scope != route.Policy).ToArray();
        using (var wrong = await AskAsync(route, _gateway.Token(others)))
        {
            await RunningGateway.ProblemAsync(wrong, HttpStatusCode.Forbidden, "scope-insufficient");
            Assert.Contains(
                $"scope=\"{route.Policy}\"", wrong.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
        using var right = await AskAsync(route, _gateway.Token(route.Policy!));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public void What_is_open_without_a_token_is_written_down()
    {
        var open = OwnRoutes.All.Where(route => route.Policy == PortalRoute.Anonymous).Select(route => route.Path!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "/.well-known/jwks.json",
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration",
            "/assets/{file}",
            "/connect/introspect",
            "/connect/revoke",
            "/connect/token",
            "/docs/{**rest}",
            "/openapi/certificate.json",
            "/openapi/compliance.json",
            "/openapi/identity.json",
            "/openapi/notification.json",
            "/openapi/policy.json",
            "/verify/{code}",
        ], open);
    }

    [Fact]
    public void Where_a_session_is_optional_is_written_down()
    {
        var optional = OwnRoutes.All.Where(route => route is { Policy: PortalRoute.Optional, Service: not "web" })
            .Select(route => route.Path!).Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "/api/v1/sign-in",
            "/api/v1/sign-in/agencies/{slug}",
            "/api/v1/sign-in/client",
            "/api/v1/sign-in/code",
            "/api/v1/sign-in/code/check",
            "/api/v1/sign-in/google",
            "/api/v1/sign-in/passkey",
            "/api/v1/sign-in/passkey/options",
            "/api/v1/sign-in/second-factor",
            "/api/v1/sign-in/second-factor/enrollment",
            "/sign-in/google/callback",
        ], optional);
    }

    [Fact]
    public void A_page_decides_itself_what_is_seen_without_a_session_and_says_if_it_exists_below_as()
    {
        var pages = OwnRoutes.All.Where(route => route.Service == "web" && route.Policy != PortalRoute.Anonymous)
            .ToList();

        Assert.All(pages, page => Assert.True(page is { Policy: PortalRoute.Optional, Browser: true }, page.Name));
        Assert.Equal(
            [
                "account-forms", "account-pages", "distribution-forms", "distribution-pages", "renew-forms",
                "renew-pages", "styleguide",
            ],
            OwnRoutes.All.Where(route => route.SteppedIn).Select(route => route.Name!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/internal/v1/renewals/0192f000-0000-7000-8000-000000000001")]
    [InlineData("/api/v1/policies/not-an-id")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/policies")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/verify/a/b")]
    [InlineData("/api/v1/applications/not_an_id")]
    [InlineData("/api/v1/applications/a.b")]
    public async Task A_path_that_no_route_names_does_not_exist(string path)
    {
        using var anonymous = await _gateway.GetAsync(path);
        using var partner = await _gateway.GetAsync(
            path, _gateway.Token([.. Scopes.ForPartners, .. Scopes.ForServices]));

        await RunningGateway.ProblemAsync(anonymous, HttpStatusCode.NotFound, "not-found");
        await RunningGateway.ProblemAsync(partner, HttpStatusCode.NotFound, "not-found");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [InlineData("/api/v1/../../internal/v1/renewals/1")]
    [InlineData("/%69nternal/v1/renewals/1")]
    [InlineData("//internal/v1/renewals/1")]
    [InlineData("/verify/..%2finternal%2fv1")]
    [InlineData("/verify/%2e%2e/internal/v1")]
    public async Task Another_spelling_does_not_lead_inside(string path)
    {
        _gateway.First.Answer = _gateway.Second.Answer = http =>
        {
            Assert.DoesNotContain("/internal", http.Request.Path.Value, StringComparison.OrdinalIgnoreCase);
            return Task.CompletedTask;
        };

        var status = await _gateway.StatusLineAsync(
            $"GET {path} HTTP/1.1\r\nHost: {RunningGateway.Host}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (200|400|404) ", status);
    }

    [Fact]
    public async Task A_wrong_method_is_told()
    {
        using var response = await _gateway.SendAsync(
            HttpMethod.Delete, "/api/v1/policies", _gateway.Token(Scopes.PoliciesWrite), content: null);

        await RunningGateway.ProblemAsync(response, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task A_forged_token_is_refused_before_it_reaches_a_service()
    {
        using var forger = new Portal.Testing.Tokens.TestKey();
        var forged = forger.Sign(
            forger.Header().ToJsonString(),
            Portal.Testing.Tokens.TestIssuer.Claims(Scopes.PoliciesRead).ToJsonString());
        using var response = await _gateway.GetAsync("/api/v1/policies", forged);

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Equal(0, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task A_description_of_a_service_is_its_own()
    {
        var echo = await _gateway.EchoAsync("/openapi/policy.json");

        Assert.Equal("/openapi/v1.json", echo.Path);
    }

    [Fact]
    public async Task The_gateway_tells_its_own_health()
    {
        using var response = await _gateway.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(PortalRoute route, string? token) => _gateway.SendAsync(
        new HttpMethod(route.Methods![0]),
        OwnRoutes.PathOf(route),
        token,
        content: null);
}
