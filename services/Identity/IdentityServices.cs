using Microsoft.Extensions.Options;
using Portal.Identity.Access;
using Portal.Identity.Features.ImportClients;
using Portal.Identity.Features.IssueToken;
using Portal.Identity.Keys;
using Portal.Identity.Seeding;
using Portal.Identity.Sessions;
using Portal.Identity.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Secrets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity;

/// <summary>What Identity is made of.</summary>
internal static class IdentityServices
{
    public static WebApplicationBuilder AddIdentityServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IKeySetSource, StoredKeySetSource>();
        builder.AddPortalDatabase<IdentityDb>("identitydb");
        builder.AddPortalBus("identity", bus => bus.AddConsumer<ImportClientsConsumer>(typeof(ImportClientsConsumerDefinition)));
        builder.Services.AddOptions<KeyProtectionOptions>()
            .BindConfiguration(KeyProtectionOptions.Section)
            .Validate(
                options => options.ReadKey() is not null,
                "Set Identity__KeyProtection to 32 random bytes in base64 (openssl rand -base64 32); it encrypts the signing keys.")
            .ValidateOnStart();
        builder.Services.AddSingleton<KeyProtection>();
        builder.Services.AddCodeProtection();
        builder.Services.AddSingleton(services => AuditKey.ChainOf(services.GetRequiredService<IOptions<KeyProtectionOptions>>().Value));
        builder.Services.AddScoped<AccountAccess>();
        builder.Services.AddScoped<Revocations>();
        builder.Services.AddScoped<SessionBook>();
        builder.Services.AddSingleton<TokenSigner>();
        builder.Services.AddScoped<TokenIssuer>();
        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        builder.Services.AddScoped<SigningKeySetup>();
        builder.Services.AddScoped<ServiceClientSeed>();
        builder.Services.AddScoped<DemoSeed>();
        builder.Services.AddHostedService<IdentitySeeder>();
        return builder;
    }
}
