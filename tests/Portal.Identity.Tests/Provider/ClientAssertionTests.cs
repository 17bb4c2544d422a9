using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Tests.Support;
using Portal.Testing.Tokens;

namespace Portal.Identity.Tests.Provider;

public sealed class ClientAssertionTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly PartnerAdmin _admin = new(running.Host, Guid.CreateVersion7());
    private readonly TestKey _key = new();
    private string _id = "";

    private IdentityHost Host => running.Host;

    public async ValueTask InitializeAsync() => _id = await _admin.CreateWithKeyAsync(_key);

    public ValueTask DisposeAsync()
    {
        _key.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(IdentityHost.Issuer)]
    [InlineData(IdentityHost.Issuer + "/connect/token")]
    public async Task A_signed_assertion_proves_the_client_at_every_endpoint(string audience)
    {
        string Fresh() => Signed(claims => claims["aud"] = audience);
        using var issued = await AskAsync(Fresh());
        var token = (await issued.ReadAsync<TokenAnswer>()).AccessToken;

        using var seen = await Host.AskAsync("/connect/introspect", null, Proof(Fresh(), ("token", token)));
        using var ended = await Host.AskAsync("/connect/revoke", null, Proof(Fresh(), ("token", token)));

        Assert.True((await seen.IntrospectionAsync()).Active);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        var client = await _admin.ReadAsync(_id);
        Assert.Equal(client.LastUsedAt, client.Keys[0].LastUsedAt);
    }

    [Theory]
    [InlineData("""{"sub":"a\u0000"}""")]
    [InlineData("""{"sub":"\ud800"}""")]
    public async Task A_subject_that_no_client_can_have_is_told_what_any_unknown_one_is(string claims)
    {
        var header = TestKey.Encode("""{"alg":"ES256","kid":"k"}""");

        using var response = await AskAsync($"{header}.{TestKey.Encode(claims)}.{new string('A', 86)}");

        await response.OAuthErrorAsync("invalid_client");
    }

    [Fact]
    public async Task An_assertion_is_good_once()
    {
        var assertion = Signed();
        using var first = await AskAsync(assertion);
        using var second = await AskAsync(assertion);
        using var elsewhere = await Host.AskAsync("/connect/introspect", null, Proof(assertion, ("token", "a")));

        await first.ReadAsync<TokenAnswer>();
        Assert.Contains("used before", await second.OAuthErrorAsync("invalid_client"), StringComparison.Ordinal);
        await elsewhere.OAuthErrorAsync("invalid_client");
    }

    [Fact]
    public async Task Of_twenty_who_use_an_assertion_at_the_same_instant_one_gets_a_token()
    {
        var assertion = Signed();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(assertion)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task What_was_used_is_kept_until_it_has_expired()
    {
        var expires = DateTimeOffset.UtcNow.AddMinutes(4);
        using var response = await AskAsync(Signed(claims => claims["exp"] = expires.ToUnixTimeSeconds()));
        await response.ReadAsync<TokenAnswer>();

        var kept = await Host.InDatabaseAsync(db => db.UsedAssertions.SingleAsync(one => one.ClientId == _id));

        Assert.True(kept.Until >= expires.AddSeconds(30 - 1));
    }

    public static TheoryData<string, JsonNode?, string> Wrong() => new()
    {
        { "aud", "https://elsewhere.example", "aud" },
        { "aud", IdentityHost.Issuer + "/", "aud" },
        { "aud", new JsonArray(IdentityHost.Issuer, "https://elsewhere.example"), "aud" },
        { "aud", null, "aud" },
        { "iss", "another", "iss" },
        { "iss", null, "iss" },
        { "exp", At(-31), "expired" },
        { "exp", At(5 * 60 + 35), "5 minutes" },
        { "exp", null, "expired" },
        { "exp", "soon", "expired" },
        { "exp", long.MaxValue, "expired" },
        { "nbf", At(40), "not valid yet" },
        { "iat", At(40), "not valid yet" },
        { "iat", "now", "not valid yet" },
        { "jti", null, "jti" },
        { "jti", "", "jti" },
        { "jti", 7, "jti" },
        { "jti", new string('x', 256), "jti" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task Who_signs_a_wrong_assertion_is_told_what_is_wrong(string claim, JsonNode? value, string told)
    {
        using var response = await AskAsync(Signed(claims => claims[claim] = value?.DeepClone()));

        Assert.Contains(told, await response.OAuthErrorAsync("invalid_client"), StringComparison.Ordinal);
        Assert.False(await Host.InDatabaseAsync(db => db.UsedAssertions.AnyAsync(one => one.ClientId == _id)));
    }

    [Fact]
    public async Task A_wrong_signature_and_an_unknown_client_are_told_the_same()
    {
        using var stranger = new TestKey();
        var claims = Claims();
        var unknown = Claims();
        (unknown["iss"], unknown["sub"]) = ("p-00000000000000000000", "p-00000000000000000000");

        // Signed by another key under the client's kid; under a kid of its own; for nobody.
        using var forged = await AskAsync(stranger.Sign(Header().ToJsonString(), claims.ToJsonString()));
        using var otherKid = await AskAsync(stranger.Sign(Header(stranger).ToJsonString(), claims.ToJsonString()));
        using var nobody = await AskAsync(_key.Sign(Header().ToJsonString(), unknown.ToJsonString()));

        var told = await forged.OAuthErrorAsync("invalid_client");
        Assert.Equal(told, await otherKid.OAuthErrorAsync("invalid_client"));
        Assert.Equal(told, await nobody.OAuthErrorAsync("invalid_client"));
    }

    [Fact]
    public async Task Only_ES256_counts()
    {
        var payload = TestKey.Encode(Claims().ToJsonString());
        var none = $"{TestKey.Encode($$"""{"alg":"none","kid":"{{_key.Public.Kid}}"}""")}.{payload}.";
        var hmacHeader = TestKey.Encode($$"""{"alg":"HS256","kid":"{{_key.Public.Kid}}"}""");
        var hmac = HMACSHA256.HashData(_key.PublicPem, Encoding.ASCII.GetBytes($"{hmacHeader}.{payload}"));
        var es384 = _key.Sign($$"""{"alg":"ES384","kid":"{{_key.Public.Kid}}"}""", Claims().ToJsonString());
        var accessToken = _key.Sign(_key.Header().ToJsonString(), Claims().ToJsonString());
        string[] tries =
        [
            none,
            $"{hmacHeader}.{payload}.{Convert.ToBase64String(hmac).TrimEnd('=').Replace('+', '-').Replace('/', '_')}",
            es384, accessToken, "a.b.c", "x",
        ];

        foreach (var assertion in tries)
        {
            using var response = await AskAsync(assertion);
            await response.OAuthErrorAsync("invalid_client");
        }
    }

    [Fact]
    public async Task A_removed_key_and_a_disabled_client_prove_nothing()
    {
        using var next = new TestKey();
        using var replaced = await _admin.SendAsync(
            HttpMethod.Put, $"/{_id}/keys", new { keys = new[] { next.Public } });
        await replaced.ReadAsync<ApplicationResponse>();
        using var old = await AskAsync(Signed());
        await old.OAuthErrorAsync("invalid_client");
        using var current = await AskAsync(next.Sign(Header(next).ToJsonString(), Claims().ToJsonString()));
        await current.ReadAsync<TokenAnswer>();

        using var disabled = await _admin.SendAsync(HttpMethod.Patch, $"/{_id}", new { disabled = true });
        await disabled.ReadAsync<ApplicationResponse>();
        using var refused = await AskAsync(next.Sign(Header(next).ToJsonString(), Claims().ToJsonString()));

        await refused.OAuthErrorAsync("invalid_client");
    }

    [Fact]
    public async Task Another_client_s_key_proves_nothing()
    {
        using var key = new TestKey();
        await _admin.CreateWithKeyAsync(key);

        using var response = await AskAsync(key.Sign(Header(key).ToJsonString(), Claims().ToJsonString()));

        await response.OAuthErrorAsync("invalid_client");
    }

    [Fact]
    public async Task Each_client_keeps_to_its_own_way_and_no_request_uses_two()
    {
        var (withSecret, secret) = await _admin.CreateAsync();
        var claims = Claims();
        (claims["iss"], claims["sub"]) = (withSecret, withSecret);
        using var keyForSecret = await AskAsync(_key.Sign(Header().ToJsonString(), claims.ToJsonString()));
        using var secretForKey = await Host.AskTokenAsync(
            IdentityHost.Basic(_id, secret), ("grant_type", "client_credentials"));
        using var both = await Host.AskTokenAsync(
            IdentityHost.Basic(_id, secret), Proof(Signed(), ("grant_type", "client_credentials")));
        using var otherType = await Host.AskTokenAsync(
            null, (
                "grant_type",
                "client_credentials"), ("client_assertion_type", "urn:x"), ("client_assertion", Signed()));
        using var otherId = await Host.AskTokenAsync(
            null, Proof(Signed(), ("grant_type", "client_credentials"), ("client_id", withSecret)));

        await keyForSecret.OAuthErrorAsync("invalid_client");
        await secretForKey.OAuthErrorAsync("invalid_client");
        await both.OAuthErrorAsync("invalid_request");
        await otherType.OAuthErrorAsync("invalid_request");
        await otherId.OAuthErrorAsync("invalid_request");
    }

    private static long At(int seconds) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds();

    private static (string, string)[] Proof(string assertion, params (string, string)[] form) =>
        [.. form, ("client_assertion_type", Type), ("client_assertion", assertion)];

    private Task<HttpResponseMessage> AskAsync(string assertion) =>
        Host.AskTokenAsync(null, Proof(assertion, ("grant_type", "client_credentials")));

    private string Signed(Action<JsonObject>? change = null)
    {
        var claims = Claims();
        change?.Invoke(claims);
        return _key.Sign(Header().ToJsonString(), claims.ToJsonString());
    }

    private JsonObject Header(TestKey? key = null) => new() { ["alg"] = "ES256", ["kid"] = (key ?? _key).Public.Kid };

    private JsonObject Claims() => new()
    {
        ["iss"] = _id,
        ["sub"] = _id,
        ["aud"] = IdentityHost.Issuer,
        ["jti"] = Guid.NewGuid().ToString("N"),
        ["iat"] = At(0),
        ["exp"] = At(60),
    };
}
