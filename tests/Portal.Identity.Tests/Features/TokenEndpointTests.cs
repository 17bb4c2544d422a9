using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Keys;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Features;

public sealed class TokenEndpointTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private static readonly (string, string) Grant = ("grant_type", "client_credentials");

    private IdentityHost Identity => running.Host;

    private static string Partner => IdentityHost.Basic(IdentityHost.PartnerId, IdentityHost.PartnerSecret);

    [Fact]
    public async Task A_partner_gets_a_token_of_its_agency_by_client_secret_basic()
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant);
        var answer = await SuccessAsync(response);

        Assert.Equal("Bearer", answer.TokenType);
        Assert.Equal(900, answer.ExpiresIn);
        Assert.Equal(string.Join(' ', Scopes.ForPartners), answer.Scope);
        var payload = await VerifiedAsync(answer.AccessToken);
        Assert.Equal(
            ["iss", "aud", "sub", "client_id", "agency", "role", "scope", "jti", "iat", "exp"],
            payload.EnumerateObject().Select(claim => claim.Name));
        Assert.Equal("portal-api", payload.GetProperty("aud").GetString());
        var claims = payload.As<AccessTokenClaims>();
        Assert.Equal(IdentityHost.Issuer, claims.Issuer);
        Assert.Equal("demo-partner", claims.Subject);
        Assert.Equal("demo-partner", claims.ClientId);
        Assert.Equal(IdentityHost.DemoAgency, claims.Agency);
        Assert.Equal("partner", claims.Role);
        Assert.Equal(900, claims.ExpiresAt - claims.IssuedAt);
    }

    [Fact]
    public async Task A_partner_gets_a_token_by_client_secret_post()
    {
        using var response = await Identity.AskTokenAsync(
            authorization: null, Grant, ("client_id", IdentityHost.PartnerId), (
                "client_secret", IdentityHost.PartnerSecret));

        await SuccessAsync(response);
    }

    [Fact]
    public async Task A_service_gets_its_own_scope_and_no_agency()
    {
        using var response = await Identity.AskTokenAsync(
            IdentityHost.Basic(IdentityHost.ServiceId, IdentityHost.ServiceSecret), Grant);
        var payload = await VerifiedAsync((await SuccessAsync(response)).AccessToken);

        var claims = payload.As<AccessTokenClaims>();
        Assert.Equal("documents.read", claims.Scope);
        Assert.Equal("service", claims.Role);
        Assert.False(payload.TryGetProperty("agency", out _));
    }

    [Theory]
    [InlineData("demo-partner%00")]
    [InlineData("%00")]
    [InlineData("demo\0partner")]
    public async Task An_id_that_no_client_can_have_is_told_what_any_unknown_one_is(string id)
    {
        var proof = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{IdentityHost.PartnerSecret}"))}";

        using var response = await Identity.AskTokenAsync(proof, Grant);

        await response.OAuthErrorAsync("invalid_client");
    }

    [Fact]
    public async Task Two_tokens_are_never_the_same()
    {
        Assert.NotEqual(await Identity.PartnerTokenAsync(), await Identity.PartnerTokenAsync());
    }

    [Fact]
    public async Task Many_tokens_at_once_are_all_genuine()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Identity.PartnerTokenAsync()));

        foreach (var token in tokens)
        {
            await VerifiedAsync(token);
        }
    }

    [Theory]
    [InlineData("policies.read", "policies.read")]
    [InlineData("policies.write policies.read", "policies.write policies.read")]
    [InlineData("policies.read policies.read", "policies.read")]
    [InlineData("policies.read ", "policies.read")]
    [InlineData("  policies.read", "policies.read")]
    [InlineData(" policies.write   policies.read ", "policies.write policies.read")]
    public async Task A_part_of_the_scopes_can_be_asked_for(string asked, string given)
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant, ("scope", asked));

        Assert.Equal(given, (await SuccessAsync(response)).Scope);
    }

    [Fact]
    public async Task Blanks_alone_name_no_scope_as_an_empty_one_does()
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant, ("scope", "  "));

        Assert.Equal(string.Join(' ', Scopes.ForPartners), (await SuccessAsync(response)).Scope);
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("policies.read everything")]
    [InlineData("documents.read")]
    [InlineData("POLICIES.READ")]
    [InlineData("policies.read\tpolicies.write")]
    [InlineData("policies.read\n")]
    [InlineData("\u00a0policies.read")]
    [InlineData("policies.read ,")]
    public async Task A_scope_that_the_client_may_not_have_is_refused(string asked)
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant, ("scope", asked));

        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_scope");
    }

    [Theory]
    [InlineData("demo-partner", "wrong-but-long-enough-to-be-a-secret")]
    [InlineData("demo-partner", "")]
    [InlineData("nobody", IdentityHost.PartnerSecret)]
    [InlineData("DEMO-PARTNER", IdentityHost.PartnerSecret)]
    [InlineData(IdentityHost.ServiceId, IdentityHost.PartnerSecret)]
    public async Task An_unknown_client_and_a_wrong_secret_are_told_the_same(string id, string secret)
    {
        using var basic = await Identity.AskTokenAsync(IdentityHost.Basic(id, secret), Grant);
        using var post = await Identity.AskTokenAsync(
            authorization: null, Grant, ("client_id", id), ("client_secret", secret));

        await RefusedAsync(basic, HttpStatusCode.Unauthorized, "invalid_client");
        await RefusedAsync(post, HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal("Basic realm=\"portal\", charset=\"UTF-8\"", basic.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Basic /////w==")]
    [InlineData("Bearer abc")]
    public async Task A_request_without_credentials_is_refused(string? authorization)
    {
        using var response = await Identity.AskTokenAsync(authorization, Grant);

        await RefusedAsync(response, HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task Both_ways_of_sending_the_secret_at_once_are_refused()
    {
        using var response = await Identity.AskTokenAsync(
            Partner, Grant, ("client_id", IdentityHost.PartnerId), ("client_secret", IdentityHost.PartnerSecret));

        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_body_that_names_another_client_is_refused()
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant, ("client_id", "another"));

        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_missing_grant_is_an_invalid_request_and_another_one_unsupported()
    {
        using var missing = await Identity.AskTokenAsync(Partner);
        using var other = await Identity.AskTokenAsync(
            Partner, ("grant_type", "password"), ("username", "a"), ("password", "b"));

        await RefusedAsync(missing, HttpStatusCode.BadRequest, "invalid_request");
        await RefusedAsync(other, HttpStatusCode.BadRequest, "unsupported_grant_type");
    }

    [Fact]
    public async Task A_parameter_named_twice_is_refused()
    {
        using var response = await Identity.AskTokenAsync(
            Partner, Grant, ("scope", "policies.read"), ("scope", "policies.write"));

        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Theory]
    [InlineData("application/json", """{"grant_type":"client_credentials"}""")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    public async Task What_is_no_form_is_refused(string mediaType, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
        request.Headers.TryAddWithoutValidation("Authorization", Partner);
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        using var response = await Identity.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await RefusedAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_form_beyond_the_bound_is_refused()
    {
        using var response = await Identity.AskTokenAsync(Partner, Grant, ("scope", new string('x', 20_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_endpoint_answers_to_post_alone()
    {
        using var response = await Identity.GetAsync("/connect/token?grant_type=client_credentials");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static async Task<TokenAnswer> SuccessAsync(HttpResponseMessage response)
    {
        var answer = await response.ReadAsync<TokenAnswer>();
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("no-cache", response.Headers.Pragma.ToString());
        return answer;
    }

    private static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        Assert.Equal(status, response.StatusCode);
        await response.OAuthErrorAsync(error);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Checks header and signature with the published key and nothing of the product's own checks.</summary>
    private async Task<JsonElement> VerifiedAsync(string token)
    {
        var parts = token.Split('.');
        var header = Outcome.HeaderOf(token);
        var keys = await Identity.ReadAsync<JsonWebKeySet>("/.well-known/jwks.json");
        var key = keys.Keys.Single(one => one.Kid == header.Kid);
        using var publicKey = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Base64Url.DecodeFromChars(key.X),
                Y = Base64Url.DecodeFromChars(key.Y),
            },
        });
        Assert.Equal(("ES256", "at+jwt"), (header.Alg, header.Typ));
        Assert.True(publicKey.VerifyData(
            Encoding.ASCII.GetBytes(
                $"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        return Outcome.PayloadOf(token);
    }
}
