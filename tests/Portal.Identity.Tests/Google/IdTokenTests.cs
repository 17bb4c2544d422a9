using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Identity.Features.SigningIn.WithGoogle;

namespace Portal.Identity.Tests.Google;

public sealed class IdTokenTests : IDisposable
{
    private const string Issuer = "https://accounts.google.com";
    private const string Client = "portal";
    private const string Nonce = "nonce-of-this-sign-in";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly GoogleMetadata _metadata;
    private readonly IdTokenCheck _check;

    public IdTokenTests()
    {
        var settings = Options.Create(new GoogleSettings { ClientId = Client, ClientSecret = "secret" });
        _metadata = new GoogleMetadata(new Clients(Answer), settings, TimeProvider.System);
        _check = new IdTokenCheck(_metadata, settings, TimeProvider.System);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task A_genuine_token_names_the_account(string algorithm) =>
        Assert.Equal(new GoogleAccount(Issuer, "123", "ana@example.com"), await CheckAsync(Token(algorithm, Claims())));

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("aud", "another-client")]
    [InlineData("azp", "another-client")]
    [InlineData("nonce", "nonce-of-another-sign-in")]
    [InlineData("sub", "")]
    [InlineData("email", "")]
    [InlineData("email_verified", "true")]
    public async Task A_claim_that_is_not_as_it_must_be_spoils_the_token(string claim, string value)
    {
        var claims = Claims();
        claims[claim] = value;

        await RefusedAsync(Token("RS256", claims));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("nonce")]
    [InlineData("sub")]
    [InlineData("email")]
    [InlineData("email_verified")]
    public async Task A_claim_that_is_missing_spoils_the_token(string claim)
    {
        var claims = Claims();
        claims.Remove(claim);

        await RefusedAsync(Token("RS256", claims));
    }

    [Fact]
    public async Task An_address_that_is_not_verified_and_a_token_of_yesterday_are_refused()
    {
        var (unverified, old, severalAudiences) = (Claims(), Claims(), Claims());
        unverified["email_verified"] = false;
        old["exp"] = DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds();
        severalAudiences["aud"] = new JsonArray(Client, "another-client");

        await RefusedAsync(Token("RS256", unverified));
        await RefusedAsync(Token("RS256", old));
        await RefusedAsync(Token("RS256", severalAudiences));
    }

    [Fact]
    public async Task Forged_signatures_are_refused()
    {
        var payload = Encoded(Claims().ToJsonString());
        var genuine = Token("RS256", Claims()).Split('.');
        using var stranger = RSA.Create(2048);
        var rsaHeader = Header("RS256", "rsa");

        await RefusedAsync($"{Header("none", "rsa")}.{payload}.");
        await RefusedAsync($"{Header("none", "rsa")}.{payload}.{genuine[2]}");
        await RefusedAsync($"{Header("HS256", "rsa")}.{payload}.{Base64Url.EncodeToString(HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes($"{Header("HS256", "rsa")}.{payload}")))}");
        await RefusedAsync($"{rsaHeader}.{payload}.{Base64Url.EncodeToString(stranger.SignData(Encoding.ASCII.GetBytes($"{rsaHeader}.{payload}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
        await RefusedAsync($"{Header("RS256", "ec")}.{payload}.{genuine[2]}");
        await RefusedAsync($"{Header("ES256", "rsa")}.{payload}.{genuine[2]}");
        await RefusedAsync($"{Header("RS256", "unknown")}.{payload}.{genuine[2]}");
        await RefusedAsync($"{genuine[0]}.{Encoded(Claims().ToJsonString().Replace("ana@", "eve@", StringComparison.Ordinal))}.{genuine[2]}");
        await RefusedAsync($"{Header("ES256", "ec")}.{payload}.{Base64Url.EncodeToString(new byte[64])}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("!!.??.&&")]
    public async Task What_is_no_token_is_refused(string? token) => await RefusedAsync(token);

    public void Dispose()
    {
        _metadata.Dispose();
        _rsa.Dispose();
        _ec.Dispose();
    }

    private static JsonObject Claims() => new()
    {
        ["iss"] = Issuer,
        ["aud"] = Client,
        ["sub"] = "123",
        ["email"] = "ana@example.com",
        ["email_verified"] = true,
        ["nonce"] = Nonce,
        ["exp"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds(),
    };

    private static string Header(string algorithm, string key) => Encoded($$"""{"alg":"{{algorithm}}","kid":"{{key}}"}""");

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private string Token(string algorithm, JsonObject claims)
    {
        var signed = $"{Header(algorithm, algorithm == "RS256" ? "rsa" : "ec")}.{Encoded(claims.ToJsonString())}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm == "RS256"
            ? _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : _ec.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private Task<GoogleAccount> CheckAsync(string? token) => _check.CheckAsync(token, Nonce, TestContext.Current.CancellationToken);

    private async Task RefusedAsync(string? token) => await Assert.ThrowsAsync<AuthenticationFailureException>(() => CheckAsync(token));

    private string Answer(string path)
    {
        if (path.EndsWith("openid-configuration", StringComparison.Ordinal))
        {
            return JsonSerializer.Serialize(new GoogleDiscovery(Issuer, $"{Issuer}/auth", $"{Issuer}/token", $"{Issuer}/keys"));
        }

        var (rsa, ec) = (_rsa.ExportParameters(false), _ec.ExportParameters(false));
        return JsonSerializer.Serialize(new GoogleKeySet(
        [
            new GoogleKey("RSA", "rsa", "sig", Alg: null, Base64Url.EncodeToString(rsa.Modulus), Base64Url.EncodeToString(rsa.Exponent), null, null, null),
            new GoogleKey("EC", "ec", "sig", "ES256", null, null, "P-256", Base64Url.EncodeToString(ec.Q.X), Base64Url.EncodeToString(ec.Q.Y)),
        ]));
    }

    private sealed class Clients(Func<string, string> answer) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Provider(answer));
    }

    private sealed class Provider(Func<string, string> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(request.RequestUri!.AbsolutePath), Encoding.UTF8, "application/json") });
    }
}
