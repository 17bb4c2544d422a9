using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>
/// Code flow with PKCE and state. The address to come back to is made of the portal's public one, never of what a request
/// calls its host, and the cookie that binds the state to the browser is for this host alone.
/// </summary>
internal sealed class GoogleOptionsSetup(IOptions<GoogleSettings> settings, IOptions<TokenOptions> portal, GoogleState state)
    : IConfigureNamedOptions<GoogleOptions>
{
    private const string CallbackPath = "/sign-in/google/callback";
    private const string CorrelationCookie = "__Host-portal-google.";

    public void Configure(string? name, GoogleOptions options)
    {
        if (name == GoogleOptions.Scheme)
        {
            Configure(options);
        }
    }

    public void Configure(GoogleOptions options)
    {
        var authority = settings.Value.Authority.TrimEnd('/');
        options.ClientId = settings.Value.ClientId!;
        options.ClientSecret = settings.Value.ClientSecret!;
        options.CallbackPath = CallbackPath;
        options.RedirectUri = portal.Value.Issuer + CallbackPath;
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.StateDataFormat = state;
        options.RemoteAuthenticationTimeout = GoogleState.Lifetime;
        options.CorrelationCookie.Name = CorrelationCookie;
        options.CorrelationCookie.Path = "/";
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        // What discovery says takes their place; the framework only asks that they are set.
        options.AuthorizationEndpoint = authority;
        options.TokenEndpoint = authority;
        options.Events.OnTicketReceived = GoogleReturn.FinishAsync;
        options.Events.OnRemoteFailure = GoogleReturn.FailAsync;
    }
}
