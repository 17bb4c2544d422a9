using Portal.Certificates.Features;
using Portal.Certificates.Features.CopyAccounts;
using Portal.Certificates.Features.CopyAgencies;
using Portal.Certificates.Features.CopyPolicies;
using Portal.Certificates.Features.FetchDocuments;
using Portal.Certificates.Features.ImportHolders;
using Portal.Certificates.Features.IssueCertificates;
using Portal.Certificates.Features.ListDistributions;
using Portal.Certificates.Features.OpenDistribution;
using Portal.Certificates.Features.PreviewRenewal;
using Portal.Certificates.Features.ReadCertificates;
using Portal.Certificates.Features.ReadHolders;
using Portal.Certificates.Features.TrackDeliveries;
using Portal.Certificates.Features.Verify;
using Portal.Certificates.Features.WatchDistribution;
using Portal.Certificates.Rendering;
using Portal.Certificates.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates;

/// <summary>The Certificate service's parts and routes.</summary>
internal static class CertificateServices
{
    public static void AddCertificate(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<CertificateDb>("certificatedb", recordActionsOf: "certificate");
        builder.AddPortalBus("certificate", bus =>
        {
            bus.AddConsumer<AgencyChangedConsumer>(typeof(AgencyChangedConsumerDefinition));
            bus.AddConsumer<AccountChangedConsumer>(typeof(AccountChangedConsumerDefinition));
            bus.AddConsumer<PolicyAddedConsumer>(typeof(PolicyAddedConsumerDefinition));
            bus.AddConsumer<PolicyChangedConsumer>(typeof(PolicyChangedConsumerDefinition));
            bus.AddConsumer<ImportHoldersConsumer>(typeof(ImportHoldersConsumerDefinition));
            bus.AddConsumer<PoliciesRenewedConsumer>(typeof(PoliciesRenewedConsumerDefinition));
            bus.AddConsumer<IssueCertificatesConsumer>(typeof(IssueCertificatesConsumerDefinition));
            bus.AddConsumer<DeliveriesChangedConsumer>(typeof(DeliveriesChangedConsumerDefinition));
        });
        builder.AddServiceClient<RenewalsClient>("policy", Scopes.RenewalsRead);
        builder.Services.AddOptions<PortalOptions>()
            .BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<VerificationLinks>();

        // Made now, not with the first batch: reading and subsetting the fonts belongs to the start, not to a renewal.
        builder.Services.AddSingleton<ICertificateRenderer>(new CertificateRenderer());
        builder.Services.AddSingleton<CertificateComposer>();
        builder.Services.AddSingleton<CertificateMetrics>();
        builder.AddDocumentStore();
        builder.Services.AddScoped<DistributionReader>();
        builder.Services.AddSingleton(DistributionPolls.Of);
        builder.Services.AddSingleton<DistributionStream>();
        builder.Services.AddScoped<HolderLookups>();
    }

    public static void MapCertificateApi(this IEndpointRouteBuilder api)
    {
        api.MapReadHolders();
        api.MapReadCertificates();
        api.MapListDistributions();
        api.MapWatchDistribution();
        api.MapPreviewRenewal();
        api.MapFetchDocuments();
        api.MapVerify();
        api.MapBusOperations();
    }
}
