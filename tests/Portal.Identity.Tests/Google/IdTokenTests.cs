using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Identity.Features.SignIns.SignInWithGoogle;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Google;

/// <summary>
/// ID tokens of a provider: one that is good leads to the question for a code or to "unknown", any other to "failed".
/// </summary>
public sealed class IdTokenTests(FakeGoogleFixture fake) : IClassFixture<FakeGoogleFixture>
{
    private const string Accepted = "/sign-in/harborlight?problem=google-address-not-found";
    private const string Failed = "/sign-in/harborlight?problem=google-failed";

    private FakeGoogle Google => fake.Google;

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task A_genuine_token_names_the_account(string algorithm)
    {
        var email = SignInFixture.NewEmail();
        await fake.World.AccountAsync(email);
        var subject = Guid.NewGuid().ToString("N");

        Assert.Equal(
            "/sign-in/harborlight/step",
            await ClaimsAsync(claims => (claims["sub"], claims["email"]) = (subject, email), algorithm));

        var signIn = await fake.World.Host.InDatabaseAsync(
            db => db.SignIns.AsNoTracking().SingleAsync(one => one.Email == email));
        Assert.Equal((Google.Issuer, subject), (signIn.GoogleIssuer, signIn.GoogleSubject));
    }

    [Fact]
    public async Task The_code_is_given_for_a_token_with_the_proof_key_and_the_address_to_come_back_to()
    {
        await ClaimsAsync(_ => { });

        Assert.Equal(
            ("authorization_code", "any", GoogleFixture.Callback, FakeGoogle.ClientId, "secret"),
            (
                Google.Asked["grant_type"],
                Google.Asked["code"],
                Google.Asked["redirect_uri"],
                Google.Asked["client_id"],
                Google.Asked["client_secret"]));
        Assert.InRange(Google.Asked["code_verifier"].Length, 43, 128);
    }

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("aud", "another-client")]
    [InlineData("azp", "another-client")]
    [InlineData("nonce", "nonce-of-another-sign-in")]
    [InlineData("sub", "")]
    [InlineData("email", "")]
    [InlineData("email_verified", "true")]
    [InlineData("exp", "9999999999")]
    public async Task A_claim_that_is_not_as_it_must_be_spoils_the_token(string claim, string value) =>
        Assert.Equal(Failed, await ClaimsAsync(claims => claims[claim] = value));

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("nonce")]
    [InlineData("sub")]
    [InlineData("email")]
    [InlineData("email_verified")]
    public async Task A_claim_that_is_missing_spoils_the_token(string claim) =>
        Assert.Equal(Failed, await ClaimsAsync(claims => claims.Remove(claim)));

    [Fact]
    public async Task An_address_that_is_not_verified_and_a_token_of_yesterday_are_refused()
    {
        Assert.Equal(Accepted, await ClaimsAsync(claims => claims["exp"] = At(-50)));
        Assert.Equal(Failed, await ClaimsAsync(claims => claims["exp"] = At(-120)));
        Assert.Equal(Failed, await ClaimsAsync(claims => claims["email_verified"] = false));
        Assert.Equal(Failed, await ClaimsAsync(claims => claims["sub"] = new string('7', 256)));
    }

    [Fact]
    public async Task Of_several_audiences_this_client_must_be_the_authorized_party()
    {
        static JsonArray Both() => new(FakeGoogle.ClientId, "another-client");

        Assert.Equal(Failed, await ClaimsAsync(claims => claims["aud"] = Both()));
        Assert.Equal(Failed, await ClaimsAsync(claims => (claims["aud"], claims["azp"]) = (Both(), "another-client")));
        Assert.Equal(
            Accepted, await ClaimsAsync(claims => (claims["aud"], claims["azp"]) = (Both(), FakeGoogle.ClientId)));
        Assert.Equal(Accepted, await ClaimsAsync(claims => claims["aud"] = new JsonArray(FakeGoogle.ClientId)));
    }

    [Fact]
    public async Task Forged_signatures_are_refused()
    {
        using var stranger = RSA.Create(2048);
        var rsaHeader = FakeGoogle.Header("RS256", "rsa");
        Func<string, string[], string>[] forgeries =
        [
            (payload, _) => $"{FakeGoogle.Header("none", "rsa")}.{payload}.",
            (payload, genuine) => $"{FakeGoogle.Header("none", "rsa")}.{payload}.{genuine[2]}",
            (payload, _) =>
                $"{FakeGoogle.Header("HS256", "rsa")}.{payload}.{Mac($"{FakeGoogle.Header("HS256", "rsa")}.{payload}")}",
            (payload, _) =>
                $"{rsaHeader}.{payload}.{Base64Url.EncodeToString(stranger.SignData(Encoding.ASCII.GetBytes($"{rsaHeader}.{payload}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}",
            (payload, genuine) => $"{FakeGoogle.Header("RS256", "ec")}.{payload}.{genuine[2]}",
            (payload, genuine) => $"{FakeGoogle.Header("ES256", "rsa")}.{payload}.{genuine[2]}",
            (payload, genuine) => $"{FakeGoogle.Header("RS256", "unknown")}.{payload}.{genuine[2]}",
            (payload, genuine) =>
                $"{genuine[0]}.{FakeGoogle.Encoded(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)).Replace("ana@", "eve@", StringComparison.Ordinal))}.{genuine[2]}",
            (payload, _) => $"{FakeGoogle.Header("ES256", "ec")}.{payload}.{Base64Url.EncodeToString(new byte[64])}",
        ];

        Assert.Equal(Accepted, await ClaimsAsync(_ => { }));
        foreach (var forge in forgeries)
        {
            Assert.Equal(Failed, await fake.ReturnAsync(nonce =>
            {
                var genuine = Google.Token("RS256", Google.Claims(nonce)).Split('.');
                return forge(genuine[1], genuine);
            }));
        }
    }

    [Theory]
    [InlineData("rsa", """{"alg":"RS256","kid":"unknown"}""")]
    [InlineData("rsa", """{"alg":"RS256"}""")]
    [InlineData("rsa", """{"alg":"RS256","kid":"rsa","crit":["b64"],"b64":false}""")]
    [InlineData("rsa", """{"alg":"RS256","kid":"ec","kid":"rsa"}""")]
    [InlineData("weak", """{"alg":"RS256","kid":"weak"}""")]
    public async Task A_genuine_signature_under_a_header_that_is_not_as_it_must_be_is_refused(
        string key, string header) =>
        Assert.Equal(
            Failed,
            await fake.ReturnAsync(
                nonce => Google.SignedBy(key, FakeGoogle.Encoded(header), Google.Claims(nonce).ToJsonString())));

    [Theory]
    [InlineData(",\"email\":\"eve@example.com\"}")]
    [InlineData(",\"deep\":[[[[[[[[[[[[]]]]]]]]]]]]}")]
    [InlineData("}x")]
    public async Task A_genuine_signature_over_claims_that_can_be_read_in_two_ways_is_refused(string end) =>
        Assert.Equal(Failed, await fake.ReturnAsync(nonce =>
            Google.SignedBy(
                "rsa", FakeGoogle.Header("RS256", "rsa"), Google.Claims(nonce).ToJsonString()[..^1] + end)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("!!.??.&&")]
    public async Task What_is_no_token_is_refused(string? token) =>
        Assert.Equal(Failed, await fake.ReturnAsync(_ => token));

    [Fact]
    public async Task A_token_beyond_the_bound_is_refused() =>
        Assert.Equal(Failed, await ClaimsAsync(claims => claims["padding"] = new string('x', 16_384)));

    [Theory]
    [InlineData("https://accounts.google.com", true)]
    [InlineData("https://accounts.google.com/", true)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, false)]
    public void A_provider_that_describes_another_issuer_is_not_taken_for_the_one_that_was_asked(
        string? described, bool isTaken)
    {
        var check = new GoogleConfigurationValidator("https://accounts.google.com");

        Assert.Equal(isTaken, check.Validate(new OpenIdConnectConfiguration { Issuer = described }).Succeeded);
    }

    private static long At(int seconds) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;

    private string Mac(string signed) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Google.PublicKey, Encoding.ASCII.GetBytes(signed)));

    private Task<string> ClaimsAsync(Action<JsonObject> change, string algorithm = "RS256") => fake.ReturnAsync(nonce =>
    {
        var claims = Google.Claims(nonce);
        change(claims);
        return Google.Token(algorithm, claims);
    });
}
