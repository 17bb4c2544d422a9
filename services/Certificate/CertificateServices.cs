using Portal.Auditing;
using Portal.Certificates.Features.Certificates;
using Portal.Certificates.Features.Certificates.IssueCertificates;
using Portal.Certificates.Features.Certificates.PreviewCertificate;
using Portal.Certificates.Features.Distributions;
using Portal.Certificates.Features.Distributions.DistributeRenewals;
using Portal.Certificates.Features.Distributions.TrackDeliveries;
using Portal.Certificates.Features.Distributions.WatchDistribution;
using Portal.Certificates.Features.Documents.FetchDocuments;
using Portal.Certificates.Features.Holders;
using Portal.Certificates.Features.Holders.ImportHolders;
using Portal.Certificates.Features.Renewals.ListRenewalRecipients;
using Portal.Certificates.Features.Verification;
using Portal.Certificates.Features.Verification.VerifyCertificate;
using Portal.Certificates.Integration;
using Portal.Certificates.Integration.KeepAccounts;
using Portal.Certificates.Integration.KeepAgencies;
using Portal.Certificates.Integration.KeepPolicies;
using Portal.Certificates.Rendering;
using Portal.Certificates.Storage;
using Portal.Persistence;
using Portal.ServiceDefaults.Bus;
using Portal.ServiceDefaults.Clients;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates;

/// <summary>The Certificate service's parts.</summary>
internal static class CertificateServices
{
    private static readonly int BatchesAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    public static void AddCertificateServices(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase<CertificateDb>("certificatedb");
        builder.AddAuditing("certificate");
        builder.AddPortalBus("certificate", bus =>
        {
            // Few messages, one at a time.
            bus.AddPortalConsumer<AgencyChangedConsumer>(atOnce: 1, prefetch: 4);
            // Accounts come by the thousand in an import; each is its own row.
            bus.AddPortalConsumer<AccountChangedConsumer>(atOnce: 4, prefetch: 16);
            // Policies come by the thousand in an import; each is its own row.
            bus.AddPortalConsumer<PolicyAddedConsumer>(atOnce: 4, prefetch: 16);
            // Policies come by the thousand in an import; each is its own row.
            bus.AddPortalConsumer<PolicyChangedConsumer>(atOnce: 4, prefetch: 16);
            // Each command may hold thousands of rows; two at a time keep memory flat.
            bus.AddPortalConsumer<ImportHoldersConsumer>(atOnce: 2, prefetch: 2);
            // Opening is quick; the work is in the batches.
            bus.AddPortalConsumer<PoliciesRenewedConsumer>(atOnce: 2, prefetch: 4);
            // As many batches at once as half the cores, so that the mails of the first batches leave while the last
            // are rendered; one more waits in memory, the rest in the broker for any replica.
            bus.AddPortalConsumer<IssueCertificatesConsumer>(atOnce: BatchesAtOnce, prefetch: BatchesAtOnce + 1);
            // Each message locks the row of its distribution, so few at a time suffice.
            bus.AddPortalConsumer<DeliveriesChangedConsumer>(atOnce: 4, prefetch: 8);
        });
        builder.AddServiceClient<RenewalsClient>("policy", Scopes.RenewalsRead);
        builder.Services.AddOptions<VerificationOptions>()
            .BindConfiguration(VerificationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<VerificationLinks>();

        // Made now, not with the first batch: reading and subsetting the fonts belongs to the start, not to a renewal.
        builder.Services.AddSingleton<ICertificateRenderer>(new CertificateRenderer());
        builder.Services.AddSingleton<CertificateComposer>();
        builder.Services.AddSingleton<DistributionMetrics>();
        builder.AddDocumentStore();
        builder.Services.AddScoped<AccountTable>();
        builder.Services.AddScoped<AgencyTable>();
        builder.Services.AddScoped<PolicyTable>();
        builder.Services.AddScoped<DistributionReader>();
        builder.Services.AddSingleton(DistributionPolls.Of);
        builder.Services.AddSingleton<DistributionStream>();
        builder.Services.AddScoped<HolderLookups>();
        builder.Services.AddScoped<ListRenewalRecipientsHandler>();
        builder.Services.AddScoped<PreviewCertificateHandler>();
        builder.Services.AddScoped<FetchDocumentsHandler>();
        builder.Services.AddScoped<VerifyCertificateHandler>();
    }
}
