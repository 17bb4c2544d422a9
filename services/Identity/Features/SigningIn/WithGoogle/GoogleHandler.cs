using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>The framework's OAuth handler with what OpenID Connect adds: discovery, nonce, and an ID token that is checked.</summary>
internal sealed class GoogleHandler(
    IOptionsMonitor<GoogleOptions> options, ILoggerFactory loggers, UrlEncoder encoder, GoogleMetadata metadata, IdTokenCheck check)
    : OAuthHandler<GoogleOptions>(options, loggers, encoder)
{
    private const int NonceBytes = 32;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Options.AuthorizationEndpoint = (await metadata.ReadAsync(Context.RequestAborted)).AuthorizationEndpoint;
        GoogleJourney.SetNonce(properties, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes)));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) => QueryHelpers.AddQueryString(
        base.BuildChallengeUrl(properties, Options.RedirectUri), "nonce", GoogleJourney.NonceOf(properties) ?? "");

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        Options.TokenEndpoint = (await metadata.ReadAsync(Context.RequestAborted)).TokenEndpoint;
        return await base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, Options.RedirectUri));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var idToken = tokens.Response?.RootElement.TryGetProperty("id_token", out var member) is true ? member.GetString() : null;
        var account = await check.CheckAsync(idToken, GoogleJourney.NonceOf(properties), Context.RequestAborted);
        identity.AddClaims(account.ToClaims());
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }
}
