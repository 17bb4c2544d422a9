using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Interop;

/// <summary>
/// The provider's tokens as Microsoft.IdentityModel judges them by discovery alone, without a line of the portal's own.
/// </summary>
public sealed class MicrosoftClientTests(AddressedIdentity identity) : IClassFixture<AddressedIdentity>
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _discovery = new(
        identity.Issuer
            + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever
            {
                RequireHttps = false,
            });

    [Fact]
    public async Task Discovery_leads_to_the_keys()
    {
        var described = await _discovery.GetConfigurationAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            (identity.Issuer, identity.Issuer + "/connect/token", identity.Issuer + "/connect/introspect"),
            (described.Issuer, described.TokenEndpoint, described.IntrospectionEndpoint));
        Assert.Equal(256, Assert.Single(described.SigningKeys).KeySize);
    }

    [Fact]
    public async Task A_token_is_good_for_its_audience_and_no_other()
    {
        var token = await TokenAsync();

        var good = await JudgeAsync(token, TokenOptions.Audience);
        var elsewhere = await JudgeAsync(token, "another-api");
        var tampered = await JudgeAsync(
            token[..^10] + (token[^10] == 'A' ? 'B' : 'A') + token[^9..], TokenOptions.Audience);

        Assert.True(good.IsValid, good.Exception?.Message);
        Assert.Equal(identity.SecretClient.Id, good.Claims[PortalClaims.ClientId]);
        Assert.IsType<SecurityTokenInvalidAudienceException>(elsewhere.Exception);
        Assert.IsType<SecurityTokenInvalidSignatureException>(tampered.Exception);
    }

    [Fact]
    public async Task An_API_of_somebody_else_needs_the_issuer_alone_to_take_the_tokens()
    {
        await using var api = await ApiAsync();
        using var client = new HttpClient { BaseAddress = new Uri(api.Urls.Single()) };
        using var nobody = await client.GetAsync("/", TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(identity.SecretClient.Id, await client.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    private Task<string> TokenAsync() =>
        identity.Host.TokenAsync(identity.SecretClient.Id, identity.SecretClient.Secret);

    private Task<TokenValidationResult> JudgeAsync(string token, string audience) => new JsonWebTokenHandler()
        .ValidateTokenAsync(
        token,
        new TokenValidationParameters
        {
            ConfigurationManager = _discovery,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["at+jwt"],
            TryAllIssuerSigningKeys = false,
        });

    private async Task<WebApplication> ApiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddJwtBearer(options =>
        {
            options.Authority = identity.Issuer;
            options.Audience = TokenOptions.Audience;
            options.RequireHttpsMetadata = false;
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ValidTypes = ["at+jwt"];
        });
        var api = builder.Build();
        api.UseAuthentication();
        api.UseAuthorization();
        api.MapGet("/", (HttpContext http) => http.User.FindFirst(PortalClaims.ClientId)!.Value).RequireAuthorization();
        await api.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }
}
