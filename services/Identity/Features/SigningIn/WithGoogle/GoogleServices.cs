using Microsoft.Extensions.Options;

namespace Portal.Identity.Features.SigningIn.WithGoogle;

/// <summary>What signing in with Google is made of.</summary>
internal static class GoogleServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddGoogle(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GoogleSettings>().BindConfiguration(GoogleSettings.Section);
        builder.Services.AddSingleton<GoogleProvider>();
        builder.Services.AddScoped<GoogleLinking>();

        // The handler looks at every request, and its options can't do without a client id.
        if (builder.Configuration.GetSection(GoogleSettings.Section).Get<GoogleSettings>() is not { IsConfigured: true })
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
