using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>What signing in with Google is made of.</summary>
internal static class GoogleSignInServices
{
    private const int MaxAnswerBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static void AddGoogleSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GoogleSignInOptions>().BindConfiguration(GoogleSignInOptions.Section)
            .Validate(
                settings => settings.ClientId is not { Length: > 0 } || settings.ClientSecret is { Length: > 0 },
                "Set Google__ClientSecret to the secret of the client that Google__ClientId names.")
            .ValidateOnStart();
        builder.Services.AddScoped<GoogleLinking>();

        // The handler looks at every request, and its options can't do without a client id.
        if (builder.Configuration.GetSection(
                GoogleSignInOptions.Section).Get<GoogleSignInOptions>() is not { ClientId.Length: > 0 })
        {
            return;
        }

        builder.Services.AddHttpClient(ConfigureGoogleOpenIdConnect.ClientName, client =>
            {
                client.Timeout = Patience;
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<GoogleState>();
        builder.Services.AddScoped<GoogleCallback>();
        builder.Services.AddAuthentication().AddOpenIdConnect(ConfigureGoogleOpenIdConnect.Scheme, _ => { });
        builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ConfigureGoogleOpenIdConnect>();
    }
}
