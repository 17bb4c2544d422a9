using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>What signing in with Google is made of.</summary>
internal static class GoogleServices
{
    private const int MaxAnswerBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static void AddGoogle(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GoogleSettings>().BindConfiguration(GoogleSettings.Section)
            .Validate(
                settings => settings.ClientId is not { Length: > 0 } || settings.ClientSecret is { Length: > 0 },
                "Set Google__ClientSecret to the secret of the client that Google__ClientId names.")
            .ValidateOnStart();
        builder.Services.AddScoped<GoogleLinking>();

        // The handler looks at every request, and its options can't do without a client id.
        if (builder.Configuration.GetSection(GoogleSettings.Section).Get<GoogleSettings>() is not { ClientId.Length: > 0 })
        {
            return;
        }

        builder.Services.AddHttpClient(GoogleOptionsSetup.ClientName, client =>
            {
                client.Timeout = Patience;
                client.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<GoogleState>();
        builder.Services.AddScoped<GoogleLanding>();
        builder.Services.AddAuthentication().AddOpenIdConnect(GoogleOptionsSetup.Scheme, _ => { });
        builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, GoogleOptionsSetup>();
    }
}
