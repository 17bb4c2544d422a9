using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Limits;

public sealed class LimitTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync(
        routes: null,
        ("Limits:read:Requests", "5"), ("Limits:read:Seconds", "100"),
        ("Limits:public:Requests", "3"), ("Limits:public:Seconds", "60"),
        ("Limits:token:Requests", "4"), ("Limits:token:Seconds", "60"),
        ("Limits:sign-in:Requests", "3"), ("Limits:sign-in:Seconds", "60"),
        ("Gateway:TrustedProxies", "127.0.0.1"));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Each_answer_tells_what_is_left_and_one_too_many_is_told_when_to_come_back()
    {
        var token = _gateway.Token(Scopes.PoliciesRead);
        for (var left = 4; left >= 0; left--)
        {
            using var admitted = await _gateway.GetAsync("/api/v1/policies", token);
            Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
            Assert.Equal("\"read\";q=5;w=100", admitted.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Equal($"\"read\";r={left};t={(5 - left) * 20}", admitted.Headers.GetValues("RateLimit").Single());
        }

        using var refused = await _gateway.GetAsync("/api/v1/policies", token);
        await RunningGateway.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(20), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(5, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Theory]
    [InlineData("/api/v1/session/second-factor")]
    [InlineData("/api/v1/session/passkey/options")]
    [InlineData("/api/v1/session/passkey")]
    public async Task Strangers_at_the_same_address_keep_nobody_who_is_signed_in_from_proving_the_second_factor(
        string path)
    {
        await ExhaustAsync("/api/v1/sign-in", token: null);

        using var response = await _gateway.SendAsync(
            HttpMethod.Post, path, _gateway.Token(Scopes.SessionsWrite), content: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task One_client_does_not_use_up_what_another_has()
    {
        var claims = Portal.Testing.Tokens.TestIssuer.Claims(Scopes.PoliciesRead);
        claims["client_id"] = "another-client";
        await ExhaustAsync("/api/v1/policies", _gateway.Token(Scopes.PoliciesRead));

        using var other = await _gateway.GetAsync("/api/v1/policies", _gateway.Issuer.Token(claims));

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Requests_that_are_refused_count()
    {
        await ExhaustAsync("/api/v1/policies", "not.a.token");
    }

    [Fact]
    public async Task Who_has_no_token_is_counted_by_address()
    {
        await ExhaustAsync("/verify/abc", token: null);
    }

    [Fact]
    public async Task Who_guesses_secrets_is_stopped_whatever_client_it_names_and_the_clients_owner_is_not()
    {
        for (var tries = 0; tries < 4; tries++)
        {
            using var admitted = await AskTokenAsync(tries == 0 ? "demo" : "demo-" + tries, "203.0.113.1");
            Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
        }

        using var refused = await AskTokenAsync("demo", "203.0.113.1");
        using var owner = await AskTokenAsync("demo", "203.0.113.2");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, owner.StatusCode);
        Assert.Equal("\"token\";r=3;t=15", owner.Headers.GetValues("RateLimit").Single());
    }

    [Fact]
    public async Task Health_has_no_limit()
    {
        for (var call = 0; call < 50; call++)
        {
            using var response = await _gateway.GetAsync("/health");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task ExhaustAsync(string path, string? token)
    {
        for (var call = 0; call < 6; call++)
        {
            using var response = await _gateway.GetAsync(path, token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(call, 3, 5);
                return;
            }
        }

        Assert.Fail("No request was refused.");
    }

    private Task<HttpResponseMessage> AskTokenAsync(string client, string address) => _gateway.SendAsync(
        HttpMethod.Post,
        "/connect/token",
        token: null,
        new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        ("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(client + ":secret"))),
        ("X-Forwarded-For", address));
}
