using Microsoft.Extensions.Options;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Agencies.ManageSettings;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Audit.RecordActions;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Clients.ImportClients;
using Portal.Identity.Features.Contacts;
using Portal.Identity.Features.Contacts.ConfirmContacts;
using Portal.Identity.Features.Contacts.ManageContacts;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Features.Delegations.StartDelegation;
using Portal.Identity.Features.SecondFactors;
using Portal.Identity.Features.SecondFactors.ManagePasskeys;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Features.SignIns.CheckCode;
using Portal.Identity.Features.SignIns.EnrollSecondFactor;
using Portal.Identity.Features.SignIns.ProveSecondFactor;
using Portal.Identity.Features.SignIns.SignInWithGoogle;
using Portal.Identity.Features.SignIns.SignInWithPasskey;
using Portal.Identity.Features.SignIns.StartSignIn;
using Portal.Identity.Features.Staff.ManageStaff;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Features.Tokens.AuthenticateClient;
using Portal.Identity.Features.Tokens.ExchangeToken;
using Portal.Identity.Keys;
using Portal.Identity.Seeding;
using Portal.Identity.Storage;
using Portal.Persistence;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Secrets;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity;

/// <summary>What Identity is made of.</summary>
internal static class IdentityServices
{
    public static void AddIdentityServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IKeySetSource, StoredKeySetSource>();
        builder.AddPortalDatabase<IdentityDb>("identitydb");
        builder.AddPortalBus("identity", bus =>
        {
            // Commands are few and large.
            bus.AddPortalConsumer<ImportClientsConsumer>(atOnce: 2, prefetch: 4);
            // Actions come one by one, or in thousands when a partner's system works through a list.
            bus.AddPortalBatchConsumer<RecordActionsConsumer>(largest: 100, longestWait: TimeSpan.FromMilliseconds(50));
        });
        builder.Services.AddOptions<KeyProtectionOptions>()
            .BindConfiguration(KeyProtectionOptions.Section)
            .Validate(
                options => options.ReadKey() is not null,
                "Set Identity__KeyProtection to 32 random bytes in base64 (openssl rand -base64 32); it encrypts the "
                + "signing keys.")
            .ValidateOnStart();
        builder.Services.AddSingleton<KeyProtection>();
        builder.Services.AddCodeProtection();
        builder.Services.AddSingleton(
            services => AuditKey.ChainOf(services.GetRequiredService<IOptions<KeyProtectionOptions>>().Value));
        builder.Services.AddScoped<AccountAccess>();
        builder.Services.AddScoped<StaffSession>();
        builder.Services.AddScoped<SignInAddressRules>();
        builder.Services.AddScoped<Revocations>();
        builder.Services.AddScoped<DelegationManager>();
        builder.Services.AddScoped<SessionManager>();
        builder.AddSignIn();
        builder.Services.AddScoped<AuditVerifier>();
        builder.Services.AddScoped<SecurityNotices>();
        builder.Services.AddScoped<PowerNotices>();
        builder.Services.AddSingleton<OfferedSignInMethods>();
        builder.AddHandlers();
        builder.Services.AddScoped<SessionResolver>();
        builder.Services.AddScoped<SessionDescriber>();
        builder.Services.AddScoped<StartDelegationHandler>();
        builder.Services.AddSingleton<TokenSigner>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddScoped<UsedAssertions>();
        builder.Services.AddScoped<ApplicationUses>();
        builder.Services.AddScoped<AssertionValidator>();
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
        builder.Services.AddScoped<StaffDeactivation>();
        builder.Services.AddScoped<AddStaffHandler>();
        builder.Services.AddScoped<ChangeStaffHandler>();
        builder.Services.AddScoped<ResetSecondFactorHandler>();
    }

    private static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.AddGoogleSignIn();
        var services = builder.Services;
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section);
        services.AddSingleton<CodeHasher>();
        services.AddSingleton<CodeDestinations>();
        services.AddScoped<Throttle>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignInAuditFacts>();
        services.AddSingleton<SignInMetrics>();
        services.AddScoped<SignInStore>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<AccessibleAccounts>();
        services.AddScoped<StaffSecondFactors>();
        services.AddScoped<SignInStateReader>();
        services.AddScoped<CodeDelivery>();
        services.AddScoped<SignInSteps>();
        services.AddScoped<AddressLookup>();
        services.AddScoped<StartSignInHandler>();
        services.AddScoped<CheckCodeHandler>();
        services.AddScoped<ProveSecondFactorHandler>();
        services.AddScoped<EnrollSecondFactorHandler>();
        services.AddPasskeys();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<PasskeyOnlySignIn>();
        services.AddSingleton<PasskeySeal>();
        services.AddScoped<PasskeyRegistration>();
        services.AddHostedService<SignInCleaner>();
    }
}
