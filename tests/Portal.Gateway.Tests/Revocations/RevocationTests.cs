using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;
using Portal.Testing.Waiting;

namespace Portal.Gateway.Tests.Revocations;

public sealed class RevocationTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private RunningGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("session", "sid")]
    [InlineData("delegation", "delegation")]
    [InlineData("client", "client_id")]
    [InlineData("token", "jti")]
    public async Task A_token_is_refused_within_a_second_once_what_it_rests_on_is_revoked(string kind, string claim)
    {
        var claims = TestIssuer.DelegateClaims(
            Guid.NewGuid(), Guid.NewGuid(), PortalClaims.ViewMode, [Scopes.PoliciesRead]);
        var token = _gateway.Issuer.Token(claims);
        await _gateway.EchoAsync(Path, token);

        _gateway.Identity.Revoke(kind, claims[claim]!.GetValue<string>());
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        using var refused = await _gateway.GetAsync(Path, token);
        await RunningGateway.ProblemAsync(refused, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Contains(
            "error=\"invalid_token\"", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _gateway.First.Requests + _gateway.Second.Requests);
    }

    [Fact]
    public async Task The_same_key_of_another_kind_is_another_thing()
    {
        var claims = TestIssuer.Claims(Scopes.PoliciesRead);
        _gateway.Identity.Revoke("session", "test-client");
        _gateway.Identity.Revoke("something-new", "test-client");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await _gateway.EchoAsync(Path, _gateway.Issuer.Token(claims));
    }

    [Fact]
    public async Task A_token_issued_afterwards_counts()
    {
        _gateway.Identity.Revoke("client", "test-client", at: DateTimeOffset.UtcNow.AddSeconds(-5));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await _gateway.EchoAsync(Path, _gateway.Token(Scopes.PoliciesRead));
    }

    [Fact]
    public async Task A_session_whose_tokens_alone_were_revoked_gets_a_new_one()
    {
        var reference = _gateway.Identity.SignIn(Scopes.PoliciesRead);
        var before = await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));

        _gateway.Identity.Revoke("session", _gateway.Identity.SessionIdOf(reference));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        var after = await _gateway.EchoAsync(Path, token: null, RunningGateway.Browser(reference));
        Assert.NotEqual(before.Header("Authorization"), after.Header("Authorization"));
    }

    [Fact]
    public async Task While_Identity_is_down_what_is_known_stays_in_force_and_afterwards_the_asking_goes_on()
    {
        var token = _gateway.Token(Scopes.PoliciesRead);
        _gateway.Identity.Revoke("client", "test-client");
        await RefusedAsync(token);

        _gateway.Identity.Down = true;
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await RefusedAsync(token);

        var other = TestIssuer.Claims(Scopes.PoliciesRead);
        other["client_id"] = "another-client";
        _gateway.Identity.Revoke("client", "another-client");
        _gateway.Identity.Down = false;
        await RefusedAsync(_gateway.Issuer.Token(other));
    }

    [Fact]
    public async Task The_first_question_is_for_everything_and_the_next_go_back_ten_seconds()
    {
        await Eventually.TrueAsync(() => _gateway.Identity.Since.Count > 3, TestContext.Current.CancellationToken);

        Assert.Equal("", _gateway.Identity.Since.First());
        Assert.All(_gateway.Identity.Since.Skip(1), since => Assert.InRange(
            DateTimeOffset.UtcNow - DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Before_it_is_known_what_was_revoked_no_token_counts_and_the_gateway_is_not_healthy()
    {
        var identity = await FakeIdentity.StartAsync();
        identity.RevocationsDown = true;
        identity.Revoke("client", "revoked-client");
        await using var gateway = await RunningGateway.StartBesideAsync(identity);
        var token = gateway.Token(Scopes.PoliciesRead);

        using (var early = await gateway.GetAsync(Path, token))
        {
            await RunningGateway.ProblemAsync(early, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
            Assert.Equal(TimeSpan.FromSeconds(2), early.Headers.RetryAfter?.Delta);
        }

        using (var health = await gateway.GetAsync("/health"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        }

        using (var alive = await gateway.GetAsync("/alive"))
        {
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        await gateway.EchoAsync("/verify/abc", token);
        identity.RevocationsDown = false;
        await Eventually.TrueAsync(async () =>
        {
            using var response = await gateway.GetAsync(Path, token);
            return response.StatusCode == HttpStatusCode.OK;
        }, TestContext.Current.CancellationToken, "the token to count");
    }

    private Task<HttpStatusCode> RefusedAsync(string token) => Eventually.GetAsync(
        async () =>
        {
            using var response = await _gateway.GetAsync(Path, token);
            return response.StatusCode;
        },
        status => status == HttpStatusCode.Unauthorized,
        TestContext.Current.CancellationToken);
}
