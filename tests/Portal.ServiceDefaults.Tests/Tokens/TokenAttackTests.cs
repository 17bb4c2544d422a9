using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

/// <summary>Every token here differs from a good one in one thing alone, and is refused for it.</summary>
public sealed class TokenAttackTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private SampleService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task The_token_that_the_attacks_start_from_is_accepted()
    {
        using var response = await _service.GetAsync("/policies", _issuer.Token(Claims()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public Task Algorithm_none_is_refused() => Refused(
        $"{TestKey.Encode(Header("alg", "none"))}.{TestKey.Encode(Claims().ToJsonString())}.");

    [Fact]
    public Task Algorithm_none_with_a_signature_of_the_right_length_is_refused() =>
        Refused(Sign(Header("alg", "none"), Claims()));

    [Fact]
    public Task HS256_with_the_public_key_as_secret_is_refused()
    {
        var signed = TestKey.Encode(Header("alg", "HS256")) + "." + TestKey.Encode(Claims().ToJsonString());
        var mac = HMACSHA256.HashData(Key.PublicPem, Encoding.ASCII.GetBytes(signed));
        return Refused(signed + "." + System.Buffers.Text.Base64Url.EncodeToString(mac));
    }

    [Theory]
    [InlineData("alg", "ES384")]
    [InlineData("alg", "es256")]
    [InlineData("typ", "JWT")]
    [InlineData("kid", "another")]
    [InlineData("kid", "")]
    public Task A_header_with_another_value_is_refused(string member, string value) =>
        Refused(Sign(Header(member, value), Claims()));

    [Theory]
    [InlineData("""{"alg":"ES256","typ":"at+jwt","kid":"\ud800"}""")]
    [InlineData("""{"alg":"\ud800","typ":"at+jwt","kid":"k"}""")]
    public Task A_header_whose_text_is_half_a_surrogate_pair_is_refused(string header) =>
        Refused(Sign(header, Claims()));

    [Theory]
    [InlineData("alg")]
    [InlineData("typ")]
    [InlineData("kid")]
    public Task A_header_without_a_member_is_refused(string member)
    {
        var header = Key.Header();
        header.Remove(member);
        return Refused(Sign(header.ToJsonString(), Claims()));
    }

    [Fact]
    public Task A_critical_extension_is_refused()
    {
        var header = Key.Header();
        header["crit"] = new JsonArray("b64");
        header["b64"] = false;
        return Refused(Sign(header.ToJsonString(), Claims()));
    }

    [Fact]
    public Task A_key_that_the_token_brings_along_is_not_trusted()
    {
        using var mine = new TestKey();
        var header = mine.Header();
        header["jwk"] = new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = mine.Public.X,
            ["y"] = mine.Public.Y,
        };
        return Refused(mine.Sign(header.ToJsonString(), Claims().ToJsonString()));
    }

    [Fact]
    public Task Another_key_under_a_known_id_is_refused()
    {
        using var mine = new TestKey();
        return Refused(mine.Sign(Key.Header().ToJsonString(), Claims().ToJsonString()));
    }

    [Theory]
    [InlineData("iss", "https://other.test")]
    [InlineData("iss", "https://portal.test/")]
    [InlineData("aud", "another-api")]
    [InlineData("exp", "9999999999")]
    public Task Another_value_of_a_claim_is_refused(string claim, string value)
    {
        var claims = Claims();
        claims[claim] = value;
        return Refused(_issuer.Token(claims));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("sub")]
    [InlineData("client_id")]
    public Task A_missing_claim_is_refused(string claim)
    {
        var claims = Claims();
        claims.Remove(claim);
        return Refused(_issuer.Token(claims));
    }

    [Fact]
    public Task An_expired_token_is_refused() => Refused(At("exp", -31));

    [Fact]
    public async Task Clocks_may_differ_by_a_few_seconds()
    {
        using var expired = await _service.GetAsync("/policies", At("exp", -20));
        using var early = await _service.GetAsync("/policies", At("nbf", 20));

        Assert.Equal(HttpStatusCode.OK, expired.StatusCode);
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
    }

    [Fact]
    public Task A_token_before_its_time_is_refused() => Refused(At("nbf", 60));

    [Fact]
    public Task A_tampered_payload_is_refused()
    {
        var parts = _issuer.Token(Claims()).Split('.');
        var claims = Claims();
        claims["scope"] = "policies.read policies.write";
        return Refused($"{parts[0]}.{TestKey.Encode(claims.ToJsonString())}.{parts[2]}");
    }

    [Fact]
    public Task A_signature_of_zeros_is_refused()
    {
        var token = _issuer.Token(Claims());
        return Refused(token[..token.LastIndexOf('.')] + "." + new string('A', 86));
    }

    [Fact]
    public Task Another_spelling_of_the_signature_is_refused()
    {
        // The last of 86 characters carries four bits that no byte uses: setting one leaves the 64 bytes as they are.
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = _issuer.Token(Claims());
        return Refused(token[..^1] + Alphabet[Alphabet.IndexOf(token[^1], StringComparison.Ordinal) + 1]);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(".e30")]
    [InlineData("=")]
    [InlineData("A")]
    public Task More_at_the_end_is_refused(string more) => Refused(_issuer.Token(Claims()) + more);

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a b.c d.e f")]
    [InlineData("not a token")]
    public Task What_is_no_token_is_refused(string text) => Refused(text);

    [Fact]
    public Task A_token_beyond_the_bound_is_refused()
    {
        var claims = Claims();
        claims["padding"] = new string('x', CompactToken.MaxLength);
        return Refused(_issuer.Token(claims));
    }

    [Fact]
    public Task A_claim_named_twice_is_refused()
    {
        var claims = Claims().ToJsonString();
        return Refused(Key.Sign(Key.Header().ToJsonString(), claims[..^1] + ",\"scope\":\"policies.read\"}"));
    }

    [Fact]
    public Task A_header_member_named_twice_is_refused()
    {
        var header = Key.Header().ToJsonString();
        return Refused(Key.Sign(header[..^1] + ",\"alg\":\"ES256\"}", Claims().ToJsonString()));
    }

    private TestKey Key => _issuer.Keys[0];

    private static JsonObject Claims() => TestIssuer.Claims(Scopes.PoliciesRead);

    private string Header(string member, string value)
    {
        var header = Key.Header();
        header[member] = value;
        return header.ToJsonString();
    }

    private string Sign(string header, JsonObject claims) => Key.Sign(header, claims.ToJsonString());

    private string At(string claim, int secondsFromNow)
    {
        var claims = Claims();
        claims[claim] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + secondsFromNow;
        return _issuer.Token(claims);
    }

    private async Task Refused(string token)
    {
        using var response = await _service.GetAsync("/policies", token);

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.StartsWith(
            "Bearer realm=\"portal\", error=\"invalid_token\", error_description=\"",
            response.Headers.WwwAuthenticate.ToString(),
            StringComparison.Ordinal);
    }
}
