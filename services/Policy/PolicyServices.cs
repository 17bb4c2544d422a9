using Portal.Auditing;
using Portal.Persistence;
using Portal.Policies.Features.Imports;
using Portal.Policies.Features.Imports.ConfirmImport;
using Portal.Policies.Features.Imports.RunImportStage;
using Portal.Policies.Features.Imports.StartImport;
using Portal.Policies.Features.Policies;
using Portal.Policies.Features.Policies.AddPolicy;
using Portal.Policies.Features.Policies.CorrectPolicy;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Features.Policies.TakeEffect;
using Portal.Policies.Features.Renewals;
using Portal.Policies.Idempotency;
using Portal.Policies.Integration.KeepAccounts;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Bus;

namespace Portal.Policies;

/// <summary>What the service is made of.</summary>
internal static class PolicyServices
{
    public static void AddPolicyServices(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<PolicyDb>("policydb");
        builder.AddAuditing("policy");
        builder.AddPortalBus("policy", bus =>
        {
            // Accounts come by the hundred in an import; each is its own.
            bus.AddPortalConsumer<AccountChangedConsumer>(atOnce: 4, prefetch: 16);
            // Files can be large; one import at a time in a replica keeps memory flat.
            bus.AddPortalConsumer<RunImportConsumer>(atOnce: 1, prefetch: 1);
            // The answers of one import wait for each other; more at once would only hold connections.
            bus.AddPortalConsumer<ClientsImportedConsumer>(atOnce: 2, prefetch: 8);
            // The answers of one import wait for each other; more at once would only hold connections.
            bus.AddPortalConsumer<HoldersImportedConsumer>(atOnce: 2, prefetch: 8);
        });
        builder.Services
            .AddScoped<RowLocks>()
            .AddScoped<AccountTable>()
            .AddScoped<ImportFiles>()
            .AddScoped<IdempotencyStore>();
        builder.Services
            .AddScoped<PolicyLives>()
            .AddScoped<PolicyChanges>()
            .AddScoped<AddPolicyHandler>()
            .AddScoped<CorrectPolicyHandler>()
            .AddScoped<RecordEventHandler>()
            .AddScoped<EventRecorder>()
            .AddScoped<RenewPoliciesHandler>();
        builder.Services
            .AddScoped<EffectiveDayHandler>()
            .AddHostedService<EffectiveDayWorker>();
        builder.Services
            .AddSingleton<UploadLimit>()
            .AddScoped<ImportStarter>()
            .AddScoped<StartImportHandler>()
            .AddScoped<ConfirmImportHandler>()
            .AddScoped<ImportReader>();
        builder.Services
            .AddSingleton<ImportMetrics>()
            .AddScoped<ImportLock>()
            .AddScoped<ImportSheets>()
            .AddScoped<ExistingPoliciesLoader>()
            .AddScoped<PolicyRowImporter>()
            .AddScoped<ClientStage>()
            .AddScoped<PolicyStage>()
            .AddScoped<HolderStage>();
    }
}
