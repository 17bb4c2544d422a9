using Portal.Identity.Devices;
using Portal.Identity.Features.ManagePasskeys;
using Portal.Identity.Features.SigningIn.CheckCode;
using Portal.Identity.Features.SigningIn.EnrollSecondFactor;
using Portal.Identity.Features.SigningIn.ProveSecondFactor;
using Portal.Identity.Features.SigningIn.StartSignIn;
using Portal.Identity.Features.SigningIn.WithGoogle;
using Portal.Identity.Features.SigningIn.WithPasskey;
using Portal.Identity.Keys;
using Portal.Identity.SecondFactors;
using Portal.Identity.Storage;
using Portal.Identity.Throttling;

namespace Portal.Identity.Features.SigningIn;

/// <summary>What signing in is made of.</summary>
internal static class SigningInServices
{
    public static void AddSigningIn(this WebApplicationBuilder builder)
    {
        builder.AddGoogle();
        var services = builder.Services;
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section);
        services.AddSingleton<CodeHasher>();
        services.AddSingleton<Destinations>();
        services.AddScoped<Throttle>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignInFacts>();
        services.AddSingleton<SignInMetrics>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<EnterableAccounts>();
        services.AddScoped<StaffFactors>();
        services.AddScoped<SignInStates>();
        services.AddScoped<CodeSending>();
        services.AddScoped<SignInCompletion>();
        services.AddScoped<AddressLookup>();
        services.AddScoped<SignInStarter>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<EnrollmentSetup>();
        services.AddPasskeys();
        services.AddScoped<PasskeyStep>();
        services.AddScoped<PasskeyAlone>();
        services.AddSingleton<PasskeySeal>();
        services.AddScoped<PasskeyKeeping>();
        services.AddHostedService<SignInCleaner>();
    }
}
