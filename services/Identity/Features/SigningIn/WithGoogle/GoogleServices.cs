using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>What signing in with Google is made of.</summary>
internal static class GoogleServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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

        builder.Services.AddHttpClient(GoogleMetadata.ClientName, client => client.Timeout = Patience);
        builder.Services.AddSingleton<GoogleState>();
        builder.Services.AddSingleton<GoogleMetadata>();
        builder.Services.AddSingleton<IdTokenCheck>();
        builder.Services.AddScoped<GoogleLanding>();
        builder.Services.AddSingleton<IConfigureOptions<GoogleOptions>, GoogleOptionsSetup>();
        builder.Services.AddAuthentication().AddOAuth<GoogleOptions, GoogleHandler>(GoogleOptions.Scheme, options => options.BackchannelTimeout = Patience);
    }
}
