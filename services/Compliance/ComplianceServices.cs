using Portal.Compliance.Features.Evaluations.ListEvaluations;
using Portal.Compliance.Integration.KeepCertificates;
using Portal.Compliance.Integration.KeepPolicies;
using Portal.Compliance.Storage;
using Portal.Persistence;
using Portal.ServiceDefaults.Bus;

namespace Portal.Compliance;

/// <summary>The Compliance service's parts.</summary>
internal static class ComplianceServices
{
    public static void AddComplianceServices(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<ComplianceDb>("compliancedb");
        builder.AddPortalBus("compliance", bus =>
        {
            // A fan-out shares the machine; one batch at a time keeps up with it and leaves the cores to it.
            bus.AddPortalConsumer<CertificatesIssuedConsumer>(atOnce: 1, prefetch: 4);
            // Renewals come one by one and are small.
            bus.AddPortalConsumer<PoliciesRenewedConsumer>(atOnce: 2, prefetch: 8);
            // Policies come by the thousand in an import; each is one statement.
            bus.AddPortalConsumer<PolicyAddedConsumer>(atOnce: 4, prefetch: 32);
            // Policies come by the thousand in an import; each is two statements.
            bus.AddPortalConsumer<PolicyChangedConsumer>(atOnce: 4, prefetch: 32);
        });
        builder.Services.AddScoped<ProofTable>();
        builder.Services.AddSingleton<ProofMetrics>();
        builder.Services.AddScoped<PolicyTable>();
        builder.Services.AddScoped<ListEvaluationsHandler>();
    }
}
