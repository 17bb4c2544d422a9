using Microsoft.Extensions.Options;
using Portal.Identity.Access;
using Portal.Identity.Audit;
using Portal.Identity.Delegations;
using Portal.Identity.Features.AuthenticateClient;
using Portal.Identity.Features.ConfirmContacts;
using Portal.Identity.Features.ExchangeToken;
using Portal.Identity.Features.GetSession;
using Portal.Identity.Features.ImportClients;
using Portal.Identity.Features.IssueToken;
using Portal.Identity.Features.ManageApplications;
using Portal.Identity.Features.ManageContacts;
using Portal.Identity.Features.ManageSettings;
using Portal.Identity.Features.ManageStaff;
using Portal.Identity.Features.RecordActions;
using Portal.Identity.Features.ShowSignIn;
using Portal.Identity.Features.SigningIn;
using Portal.Identity.Features.StartDelegation;
using Portal.Identity.Keys;
using Portal.Identity.Notices;
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
        builder.AddPortalBus("identity", bus =>
        {
            bus.AddConsumer<ImportClientsConsumer>(typeof(ImportClientsConsumerDefinition));
            bus.AddConsumer<RecordActionsConsumer>(typeof(RecordActionsConsumerDefinition));
        });
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
        builder.Services.AddScoped<StaffSession>();
        builder.Services.AddScoped<WayInRules>();
        builder.Services.AddScoped<Revocations>();
        builder.Services.AddScoped<DelegationBook>();
        builder.Services.AddScoped<SessionBook>();
        builder.AddSigningIn();
        builder.Services.AddScoped<AuditVerifier>();
        builder.Services.AddScoped<SecurityNotices>();
        builder.Services.AddScoped<PowerNotices>();
        builder.Services.AddSingleton<OfferedSignInMethods>();
        builder.AddHandlers();
        builder.Services.AddScoped<SessionEntry>();
        builder.Services.AddScoped<SessionView>();
        builder.Services.AddScoped<SteppingIn>();
        builder.Services.AddSingleton<TokenSigner>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddScoped<UsedAssertions>();
        builder.Services.AddScoped<ApplicationUses>();
        builder.Services.AddScoped<AssertionCheck>();
        builder.Services.AddScoped<ClientAuthenticator>();
        builder.Services.AddScoped<IssuedTokens>();
        builder.Services.AddSingleton<ClientCredentialsGrant>();
        builder.Services.AddScoped<TokenExchangeGrant>();
        builder.Services.AddScoped<ApplicationStore>();
        builder.Services.AddScoped<ITokenExchange, NarrowingExchange>();
        builder.Services.AddScoped<ITokenExchange, SessionExchange>();
        builder.Services.AddScoped<ITokenExchange, DelegationExchange>();
        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        builder.Services.AddOptions<KeyRotationOptions>()
            .BindConfiguration(KeyRotationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<KeyRotation>();
        builder.Services.AddScoped<ServiceClientSeed>();
        builder.Services.AddScoped<DemoSeed>();
        builder.Services.AddHostedService<IdentitySeeder>();
        builder.Services.AddHostedService<KeyRotationWorker>();
        builder.Services.AddHostedService<ProviderCleaner>();
        return builder;
    }

    private static void AddHandlers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProposedContacts>();
        builder.Services.AddScoped<PrimaryContactChange>();
        builder.Services.AddScoped<ConfirmContactHandler>();
        builder.Services.AddScoped<DismissContactHandler>();
        builder.Services.AddScoped<AddContactHandler>();
        builder.Services.AddScoped<ChangeContactHandler>();
        builder.Services.AddScoped<ChangePrimaryHandler>();
        builder.Services.AddScoped<RemoveContactHandler>();
        builder.Services.AddScoped<ChangeSettingsHandler>();
        builder.Services.AddScoped<StaffExit>();
        builder.Services.AddScoped<AddStaffHandler>();
        builder.Services.AddScoped<ChangeStaffHandler>();
        builder.Services.AddScoped<ResetSecondFactorHandler>();
    }
}
