using System.Net;
using Portal.Gateway.Routes;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Sessions;

/// <summary>
/// Every unsafe route of the product's own file, against requests that another site makes a browser send.
/// </summary>
public sealed class SameOriginTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    /// <summary>Each unsafe method of each route that a cookie lends force to.</summary>
    public static TheoryData<string, string> Unsafe => new(
        OwnRoutes.All.Where(route => route.Policy != PortalRoute.Anonymous)
            .SelectMany(route => route.Methods!.Where(IsUnsafe).Select(method => (route.Name!, method))));

    public static TheoryData<string, string> UnsafeWithScope => new(
        OwnRoutes.All.Where(route => route.NeedsScope)
            .SelectMany(route => route.Methods!.Where(IsUnsafe).Select(method => (route.Name!, method))));

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task What_another_site_sends_with_the_cookie_is_refused(string name, string method)
    {
        foreach (var evidence in Foreign(TestIssuer.Name))
        {
            using var response = await SendAsync(
                name, method, token: null, [Cookie(OwnRoutes.Named(name)), .. evidence]);

            await RunningGateway.ProblemAsync(response, HttpStatusCode.Forbidden, "cross-site-request");
        }

        Assert.Equal(0, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
        Assert.Equal(0, _gateway.Identity.Exchanges);
    }

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task What_the_portals_own_pages_send_goes_through(string name, string method)
    {
        const string Own = TestIssuer.Name;
        (string, string)[][] fromHere =
        [
            [("Sec-Fetch-Site", "same-origin")],
            [("Sec-Fetch-Site", "same-origin"), ("Origin", Own)],
            // A form on a page with Referrer-Policy: no-referrer.
            [("Sec-Fetch-Site", "same-origin"), ("Origin", "null")],
            [("Origin", Own)],
        ];
        foreach (var evidence in fromHere)
        {
            using var response = await SendAsync(
                name, method, token: null, [Cookie(OwnRoutes.Named(name)), .. evidence]);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(fromHere.Length, _gateway.Identity.Requests + _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [MemberData(nameof(UnsafeWithScope))]
    public async Task A_token_needs_no_origin(string name, string method)
    {
        using var plain = await SendAsync(name, method, _gateway.Token(OwnRoutes.Named(name).Policy!));
        using var foreign = await SendAsync(
            name, method, _gateway.Token(OwnRoutes.Named(name).Policy!), (
                "Origin", "https://elsewhere.test"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
    }

    [Fact]
    public async Task Signing_in_needs_evidence_without_any_cookie()
    {
        using var response = await SendAsync("sign-in", "POST", token: null, ("Origin", "https://elsewhere.test"));

        var problem = await RunningGateway.ProblemAsync(response, HttpStatusCode.Forbidden, "cross-site-request");
        Assert.Contains("Send it from the portal's own address", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_needs_evidence_beside_a_token_too()
    {
        using var response = await SendAsync(
            "sign-in", "POST", _gateway.Token(Scopes.PoliciesRead), ("Origin", "https://elsewhere.test"));

        await RunningGateway.ProblemAsync(response, HttpStatusCode.Forbidden, "cross-site-request");
    }

    [Theory]
    [InlineData("token")]
    [InlineData("revocation")]
    [InlineData("introspection")]
    public async Task Clients_that_prove_who_they_are_need_no_origin(string name)
    {
        using var form = new FormUrlEncodedContent([]);
        using var response = await _gateway.SendAsync(
            HttpMethod.Post,
            OwnRoutes.Named(name).Path!,
            token: null,
            form,
            Cookie(OwnRoutes.Named("policies")),
            ("Origin", "https://elsewhere.test"),
            ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Below_as_the_same_holds()
    {
        var reference = _gateway.Identity.SignIn(Scopes.ClientsRead);
        var delegation = _gateway.Identity.StepIn(reference, PortalClaims.ManageMode, Scopes.PoliciesWrite);
        var path = $"/as/{delegation}/api/v1/policies/{Guid.NewGuid()}/renewals";

        using var foreign = await _gateway.SendAsync(
            HttpMethod.Post, path, token: null, content: null, RunningGateway.Browser(reference, "same-site"));
        using var own = await _gateway.SendAsync(
            HttpMethod.Post, path, token: null, content: null, RunningGateway.Browser(reference));

        await RunningGateway.ProblemAsync(foreign, HttpStatusCode.Forbidden, "cross-site-request");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Reading_needs_no_origin() => await _gateway.EchoAsync(
        "/api/v1/policies", token: null, RunningGateway.Browser(
            _gateway.Identity.SignIn(Scopes.PoliciesRead), "cross-site"));

    private static (string, string)[][] Foreign(string own) =>
    [
        [],
        [("Origin", "null")],
        [("Origin", "https://elsewhere.test")],
        [("Origin", own + ".elsewhere.test")],
        [("Origin", own.Replace("https://", "http://", StringComparison.Ordinal))],
        [("Origin", own + ":8443")],
        [("Origin", $"https://{RunningGateway.Host.ToUpperInvariant()}.")],
        [("Referer", own + "/")],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "none")],
        [("Sec-Fetch-Site", "")],
        [("Sec-Fetch-Site", "same-origin, cross-site")],
        [("Sec-Fetch-Site", "cross-site"), ("Origin", own)],
        [("Sec-Fetch-Site", "cross-site"), ("X-Forwarded-Host", "elsewhere.test"), ("Origin", "http://elsewhere.test")],
        [("Sec-Fetch-Site", "cross-site"), ("X-Http-Method-Override", "GET")],
    ];

    private static bool IsUnsafe(string method) => method != "GET";

    private (string, string) Cookie(PortalRoute route) =>
        ("Cookie", "__Host-portal=" + _gateway.Identity.SignIn(route.NeedsScope ? route.Policy! : ""));

    private Task<HttpResponseMessage> SendAsync(
        string name, string method, string? token, params (string, string)[] headers) =>
        _gateway.SendAsync(
            new HttpMethod(method), OwnRoutes.PathOf(OwnRoutes.Named(name)), token, content: null, headers);
}
