using Portal.Compliance.Features.FollowCertificates;
using Portal.Compliance.Features.FollowPolicies;
using Portal.Compliance.Features.ListEvaluations;
using Portal.Compliance.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Bus;

namespace Portal.Compliance;

/// <summary>The Compliance service's parts and routes.</summary>
internal static class ComplianceServices
{
    public static void AddCompliance(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<ComplianceDb>("compliancedb");
        builder.AddPortalBus("compliance", bus =>
        {
            bus.AddConsumer<CertificatesIssuedConsumer>(typeof(CertificatesIssuedConsumerDefinition));
            bus.AddConsumer<PoliciesRenewedConsumer>(typeof(PoliciesRenewedConsumerDefinition));
            bus.AddConsumer<PolicyAddedConsumer>(typeof(PolicyAddedConsumerDefinition));
            bus.AddConsumer<PolicyChangedConsumer>(typeof(PolicyChangedConsumerDefinition));
        });
        builder.Services.AddSingleton<ProofTable>();
        builder.Services.AddSingleton<ProofMetrics>();
        builder.Services.AddSingleton<PolicyTable>();
        builder.Services.AddScoped<EvaluationReader>();
    }

    public static void MapComplianceApi(this IEndpointRouteBuilder api)
    {
        api.MapListEvaluations();
        api.MapBusOperations();
    }
}
