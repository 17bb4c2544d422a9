using System.Net;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Interop;

/// <summary>
/// The provider as Duende.IdentityModel sees it, which nobody here wrote; assertions are signed by
/// Microsoft.IdentityModel.
/// </summary>
public sealed class DuendeClientTests(AddressedIdentity identity) : IClassFixture<AddressedIdentity>, IDisposable
{
    private const string OpenId = ".well-known/openid-configuration";
    private const string OAuth = ".well-known/oauth-authorization-server";

    private readonly HttpClient _http = new();

    [Theory]
    [InlineData(OpenId)]
    [InlineData(OAuth)]
    public async Task What_the_provider_says_of_itself_satisfies_the_policy(string path)
    {
        var described = await DiscoverAsync(identity.Issuer, path);

        Assert.False(described.IsError, described.Error);
        Assert.Equal(identity.Issuer, described.Issuer);
        Assert.Contains(OidcConstants.GrantTypes.TokenExchange, described.GrantTypesSupported);
        Assert.Contains(
            OidcConstants.EndpointAuthenticationMethods.PrivateKeyJwt,
            described.TokenEndpointAuthenticationMethodsSupported);
        var key = Assert.Single(described.KeySet!.Keys);
        Assert.Equal(("EC", "P-256", "ES256", "sig", false), (key.Kty, key.Crv, key.Alg, key.Use, key.HasPrivateKey));
    }

    [Fact]
    public async Task Under_another_name_the_provider_is_not_taken_for_the_issuer()
    {
        var described = await DiscoverAsync(
            identity.Issuer.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), OpenId);

        Assert.Equal(ResponseErrorType.PolicyViolation, described.ErrorType);
    }

    [Theory]
    [InlineData(ClientCredentialStyle.AuthorizationHeader)]
    [InlineData(ClientCredentialStyle.PostBody)]
    public async Task A_secret_gets_a_token_in_either_style(ClientCredentialStyle style)
    {
        var described = await DiscoverAsync();
        using var request = new ClientCredentialsTokenRequest
        {
            Address = described.TokenEndpoint,
            ClientId = IdentityHost.PartnerId,
            ClientSecret = IdentityHost.PartnerSecret,
            ClientCredentialStyle = style,
            Scope = Scopes.PoliciesRead,
        };
        var issued = await _http.RequestClientCredentialsTokenAsync(request, TestContext.Current.CancellationToken);

        Assert.False(issued.IsError, issued.Raw);
        Assert.Equal(("Bearer", Scopes.PoliciesRead, 900), (issued.TokenType, issued.Scope, issued.ExpiresIn));
    }

    [Fact]
    public async Task A_wrong_secret_and_a_scope_beyond_are_errors_as_the_standard_names_them()
    {
        var wrong = await AskAsync(
            new ClientCredentialsTokenRequest
            {
                ClientId = identity.SecretClient.Id,
                ClientSecret = new string('x', 43),
            });
        var beyond = await AskAsync(BySecret(new ClientCredentialsTokenRequest { Scope = Scopes.ApplicationsWrite }));

        await AssertNotProvedAsync(wrong);
        Assert.Equal((ResponseErrorType.Protocol, "invalid_scope"), (beyond.ErrorType, beyond.Error));
        Assert.Equal(HttpStatusCode.BadRequest, beyond.HttpStatusCode);
    }

    [Theory]
    [InlineData("JWT")]
    [InlineData("client-authentication+jwt")]
    public async Task A_key_gets_a_token_by_a_signed_assertion_that_is_good_once(string type)
    {
        var assertion = Assertion(type);

        var issued = await AskAsync(
            new ClientCredentialsTokenRequest { ClientId = identity.KeyClient, ClientAssertion = assertion });
        var again = await AskAsync(
            new ClientCredentialsTokenRequest { ClientId = identity.KeyClient, ClientAssertion = assertion });

        Assert.False(issued.IsError, issued.Raw);
        await AssertNotProvedAsync(again);
    }

    [Fact]
    public async Task A_token_is_exchanged_for_one_that_may_do_less()
    {
        var described = await DiscoverAsync();
        var issued = await AskAsync(BySecret(new ClientCredentialsTokenRequest()));
        using var request = BySecret(new TokenExchangeTokenRequest
        {
            Address = described.TokenEndpoint,
            SubjectToken = issued.AccessToken!,
            SubjectTokenType = OidcConstants.TokenTypeIdentifiers.AccessToken,
            Scope = Scopes.PoliciesRead,
            Parameters = { { "account", identity.Account.ToString() } },
        });
        var narrowed = await _http.RequestTokenExchangeTokenAsync(request, TestContext.Current.CancellationToken);

        Assert.False(narrowed.IsError, narrowed.Raw);
        Assert.Equal(
            (OidcConstants.TokenTypeIdentifiers.AccessToken, Scopes.PoliciesRead),
            (narrowed.IssuedTokenType, narrowed.Scope));
        var seen = await IntrospectAsync(narrowed.AccessToken!);
        Assert.Equal(
            identity.Account.ToString(), seen.Claims.Single(claim => claim.Type == PortalClaims.Account).Value);
    }

    [Fact]
    public async Task A_token_is_looked_at_and_ended_also_by_a_client_that_proves_itself_by_a_key()
    {
        var described = await DiscoverAsync();
        var issued = await AskAsync(
            new ClientCredentialsTokenRequest { ClientId = identity.KeyClient, ClientAssertion = Assertion("JWT") });

        var before = await IntrospectByKeyAsync(issued.AccessToken!);
        using var request = new TokenRevocationRequest
        {
            Address = described.RevocationEndpoint,
            Token = issued.AccessToken!,
            TokenTypeHint = OidcConstants.TokenTypes.AccessToken,
            ClientId = identity.KeyClient,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            ClientAssertion = Assertion("JWT"),
        };
        var ended = await _http.RevokeTokenAsync(request, TestContext.Current.CancellationToken);
        var after = await IntrospectByKeyAsync(issued.AccessToken!);

        Assert.Equal((true, identity.KeyClient, identity.Issuer), (before.IsActive, before.ClientId, before.Issuer));
        Assert.Equal(PartnerAdmin.Reading, before.Scopes);
        Assert.Equal([TokenOptions.Audience], before.Audiences);
        Assert.False(ended.IsError, ended.Raw);
        Assert.Equal((false, false), (after.IsError, after.IsActive));
    }

    public void Dispose() => _http.Dispose();

    // Of a 401 the client tells the status alone; the standard's error is in the body.
    private static async Task AssertNotProvedAsync(TokenResponse response)
    {
        Assert.Equal(
            (ResponseErrorType.Http, HttpStatusCode.Unauthorized), (response.ErrorType, response.HttpStatusCode));
        var error = await response.HttpResponse!.ReadAsync<OAuthError>(HttpStatusCode.Unauthorized);
        Assert.Equal("invalid_client", error.Error);
    }

    private Task<DiscoveryDocumentResponse> DiscoverAsync() => DiscoverAsync(identity.Issuer, OpenId);

    private async Task<DiscoveryDocumentResponse> DiscoverAsync(string address, string path)
    {
        using var request = new DiscoveryDocumentRequest
        {
            Address = address,
            Policy = { DiscoveryDocumentPath = path },
        };
        return await _http.GetDiscoveryDocumentAsync(request, TestContext.Current.CancellationToken);
    }

    // Consumes the request.
    private async Task<TokenResponse> AskAsync(ClientCredentialsTokenRequest request)
    {
        using (request)
        {
            request.Address = identity.Issuer + "/connect/token";
            request.ClientCredentialStyle = ClientCredentialStyle.PostBody;
            return await _http.RequestClientCredentialsTokenAsync(request, TestContext.Current.CancellationToken);
        }
    }

    private async Task<TokenIntrospectionResponse> IntrospectAsync(string token)
    {
        using var request = BySecret(
            new TokenIntrospectionRequest { Address = identity.Issuer + "/connect/introspect", Token = token });
        return await _http.IntrospectTokenAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<TokenIntrospectionResponse> IntrospectByKeyAsync(string token)
    {
        using var request = new TokenIntrospectionRequest
        {
            Address = identity.Issuer + "/connect/introspect",
            Token = token,
            ClientId = identity.KeyClient,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            ClientAssertion = Assertion("JWT"),
        };
        return await _http.IntrospectTokenAsync(request, TestContext.Current.CancellationToken);
    }

    private T BySecret<T>(T request)
        where T : ProtocolRequest
    {
        (request.ClientId, request.ClientSecret) = identity.SecretClient;
        return request;
    }

    private ClientAssertion Assertion(string type) => new()
    {
        Type = OidcConstants.ClientAssertionTypes.JwtBearer,
        Value = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = identity.KeyClient,
            Audience = identity.Issuer,
            Expires = DateTime.UtcNow.AddMinutes(1),
            TokenType = type,
            Claims = new Dictionary<string, object>
            {
                [JwtClaimTypes.Subject] = identity.KeyClient,
                [JwtClaimTypes.JwtId] = Guid.NewGuid().ToString("N"),
            },
            SigningCredentials = new SigningCredentials(
                new ECDsaSecurityKey(identity.Key)
                {
                    KeyId = Portal.ServiceDefaults.Tokens.JsonWebKey.Of(identity.Key).Kid,
                }, SecurityAlgorithms.EcdsaSha256),
        }),
    };
}
