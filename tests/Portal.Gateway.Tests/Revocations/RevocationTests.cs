using System.Net;
using Portal.Gateway.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Gateway.Tests.Revocations;

public sealed class RevocationTests : IAsyncLifetime
{
    private const string Path = "/api/v1/policies";

    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("session", "sid")]
    [InlineData("delegation", "delegation")]
    [InlineData("client", "client_id")]
    [InlineData("token", "jti")]
    public async Task A_token_is_refused_within_a_second_once_what_it_rests_on_is_revoked(string kind, string claim)
    {
        var claims = TestIssuer.DelegateClaims(Guid.NewGuid(), Guid.NewGuid(), PortalClaims.ViewMode, [Scopes.PoliciesRead]);
        var token = _house.Issuer.Token(claims);
        await _house.EchoAsync(Path, token);

        _house.Identity.Revoke(kind, claims[claim]!.GetValue<string>());
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        using var refused = await _house.GetAsync(Path, token);
        await House.ProblemAsync(refused, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Contains("error=\"invalid_token\"", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _house.First.Requests + _house.Second.Requests);
    }

    [Fact]
    public async Task The_same_key_of_another_kind_is_another_thing()
    {
        var claims = TestIssuer.Claims(Scopes.PoliciesRead);
        _house.Identity.Revoke("session", "test-client");
        _house.Identity.Revoke("something-new", "test-client");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await _house.EchoAsync(Path, _house.Issuer.Token(claims));
    }

    [Fact]
    public async Task A_token_issued_afterwards_counts()
    {
        _house.Identity.Revoke("client", "test-client", at: DateTimeOffset.UtcNow.AddSeconds(-5));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await _house.EchoAsync(Path, _house.Token(Scopes.PoliciesRead));
    }

    [Fact]
    public async Task A_session_whose_tokens_alone_were_revoked_gets_a_new_one()
    {
        var reference = _house.Identity.SignIn(Scopes.PoliciesRead);
        var before = await _house.EchoAsync(Path, token: null, House.Browser(reference));

        _house.Identity.Revoke("session", _house.Identity.SessionIdOf(reference));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        var after = await _house.EchoAsync(Path, token: null, House.Browser(reference));
        Assert.NotEqual(before.Header("Authorization"), after.Header("Authorization"));
    }

    [Fact]
    public async Task While_Identity_is_down_what_is_known_stays_in_force_and_afterwards_the_asking_goes_on()
    {
        var token = _house.Token(Scopes.PoliciesRead);
        _house.Identity.Revoke("client", "test-client");
        await RefusedAsync(token);

        _house.Identity.Down = true;
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await RefusedAsync(token);

        var other = TestIssuer.Claims(Scopes.PoliciesRead);
        other["client_id"] = "another-client";
        _house.Identity.Revoke("client", "another-client");
        _house.Identity.Down = false;
        await RefusedAsync(_house.Issuer.Token(other));
    }

    [Fact]
    public async Task The_first_question_is_for_everything_and_the_next_go_back_ten_seconds()
    {
        await Eventually.TrueAsync(() => Task.FromResult(_house.Identity.Since.Count > 3));

        Assert.Equal("", _house.Identity.Since.First());
        Assert.All(_house.Identity.Since.Skip(1), since => Assert.InRange(
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
        await using var house = await House.StartBesideAsync(identity);
        var token = house.Token(Scopes.PoliciesRead);

        using (var early = await house.GetAsync(Path, token))
        {
            await House.ProblemAsync(early, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
            Assert.Equal(TimeSpan.FromSeconds(2), early.Headers.RetryAfter?.Delta);
        }

        using (var health = await house.GetAsync("/health"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        }

        using (var alive = await house.GetAsync("/alive"))
        {
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        await house.EchoAsync("/verify/abc", token);
        identity.RevocationsDown = false;
        await Eventually.TrueAsync(async () =>
        {
            using var response = await house.GetAsync(Path, token);
            return response.StatusCode == HttpStatusCode.OK;
        });
    }

    private Task RefusedAsync(string token) => Eventually.TrueAsync(async () =>
    {
        using var response = await _house.GetAsync(Path, token);
        return response.StatusCode == HttpStatusCode.Unauthorized;
    });
}
