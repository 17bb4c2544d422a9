using Portal.Outbox;
using Portal.Policies.Features.CarryOutImport;
using Portal.Policies.Features.CorrectPolicy;
using Portal.Policies.Features.FollowAccounts;
using Portal.Policies.Features.GetImport;
using Portal.Policies.Features.RenewPolicies;
using Portal.Policies.Features.RunImport;
using Portal.Policies.Features.StartImport;
using Portal.Policies.Http;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Bus;

namespace Portal.Policies;

/// <summary>What the service is made of.</summary>
internal static class PolicyServices
{
    public static IHostApplicationBuilder AddPolicy(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<PolicyDb>("policydb", recordActionsOf: "policy");
        builder.AddPortalBus("policy", bus =>
        {
            bus.AddConsumer<AccountChangedConsumer>(typeof(AccountChangedConsumerDefinition));
            bus.AddConsumer<RunImportConsumer>(typeof(RunImportConsumerDefinition));
            bus.AddConsumer<ClientsImportedConsumer>(typeof(ClientsImportedConsumerDefinition));
            bus.AddConsumer<HoldersImportedConsumer>(typeof(HoldersImportedConsumerDefinition));
        });
        builder.Services
            .AddScoped<RowLocks>()
            .AddScoped<AccountTable>()
            .AddScoped<RememberedAnswers>()
            .AddScoped<ImportFiles>()
            .AddSingleton<UploadLimit>()
            .AddScoped<RenewPoliciesHandler>()
            .AddScoped<CorrectPolicyHandler>()
            .AddScoped<StartImportHandler>()
            .AddScoped<CarryOutImportHandler>()
            .AddScoped<ImportReader>()
            .AddScoped<ImportGate>()
            .AddSingleton<ImportMetrics>()
            .AddScoped<ImportSheets>()
            .AddScoped<ClientBooks>()
            .AddScoped<PolicyEntries>()
            .AddScoped<ClientStage>()
            .AddScoped<PolicyStage>()
            .AddScoped<HolderStage>();
        return builder;
    }
}
