using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>
/// Code flow with PKCE, state and nonce. The address to come back to is made of the portal's public one, never of what
/// a request calls its host, and the cookie that binds the state to the browser is for this host alone.
/// </summary>
internal sealed class ConfigureGoogleOpenIdConnect(
    IHttpClientFactory clients, IOptions<GoogleSignInOptions> settings, IOptions<TokenOptions> portal,
    GoogleState state, TimeProvider time)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Google";

    /// <summary>Name of the client by which the provider is asked.</summary>
    public const string ClientName = "google";

    private const string CallbackPath = "/sign-in/google/callback";
    private const string CorrelationCookie = PortalCookies.Prefix + "-google.";
    private const int NonceBytes = 32;
    private const int MaxTokenBytes = 16_384;
    private const int MinRsaBits = 2048;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Least time between two readings that unknown key ids cause.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(10);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name == Scheme)
        {
            Configure(options);
        }
    }

    public void Configure(OpenIdConnectOptions options)
    {
        options.ClientId = settings.Value.ClientId;
        options.ClientSecret = settings.Value.ClientSecret;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.StateDataFormat = state;
        options.RemoteAuthenticationTimeout = GoogleState.Lifetime;
        options.CorrelationCookie.Name = CorrelationCookie;
        options.CorrelationCookie.Path = "/";
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        // Nobody is signed out by way of the provider, and no path more is answered for it.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;
        options.DisableTelemetry = true;
        ConfigureTokens(options);
        options.Events.OnRedirectToIdentityProvider = LeaveAsync;
        options.Events.OnTokenValidated = IdTokenValidator.CheckAsync;
        options.Events.OnTicketReceived = GoogleCallbackEvents.FinishAsync;
        options.Events.OnRemoteFailure = GoogleCallbackEvents.FailAsync;
    }

    private void ConfigureTokens(OpenIdConnectOptions options)
    {
        var authority = new Uri(settings.Value.Authority.TrimEnd('/'));
        options.Backchannel = clients.CreateClient(ClientName);
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            authority.OriginalString + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = !authority.IsLoopback },
            new GoogleConfigurationValidator(authority.OriginalString))
        {
            AutomaticRefreshInterval = Fresh,
            RefreshInterval = MinInterval,
            // A key that the provider lists no longer is good for nothing.
            UseLastKnownGoodConfiguration = false,
        };
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.TokenHandler = new JsonWebTokenHandler
        {
            MapInboundClaims = false,
            MaximumTokenSizeInBytes = MaxTokenBytes,
        };
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Value.ClientId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            TryAllIssuerSigningKeys = false,
            // The library takes RSA of 1024 bits; an unsigned token has no key.
            IssuerSigningKeyValidator = (key, _, _) => key is ECDsaSecurityKey || key?.KeySize >= MinRsaBits,
            ClockSkew = Skew,
            LifetimeValidator = TokenLifetime.By(time),
        };
        // The framework would keep the nonce in a cookie of its own; it travels in the sealed state, which a cookie
        // binds already.
        options.ProtocolValidator.RequireNonce = false;
        options.ProtocolValidator.RequireTimeStampInNonce = false;
    }

    private Task LeaveAsync(RedirectContext context)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        GoogleSignInProperties.SetNonce(context.Properties, nonce);
        context.ProtocolMessage.Nonce = nonce;
        context.ProtocolMessage.RedirectUri = portal.Value.Issuer + CallbackPath;
        return Task.CompletedTask;
    }
}
