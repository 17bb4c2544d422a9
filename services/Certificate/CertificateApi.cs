using Portal.Certificates.Features.Certificates.GetCertificates;
using Portal.Certificates.Features.Certificates.PreviewCertificate;
using Portal.Certificates.Features.Distributions.ListDistributions;
using Portal.Certificates.Features.Distributions.WatchDistribution;
using Portal.Certificates.Features.Documents.FetchDocuments;
using Portal.Certificates.Features.Holders.ExportHolders;
using Portal.Certificates.Features.Holders.ListHolders;
using Portal.Certificates.Features.Renewals.ListRenewalRecipients;
using Portal.Certificates.Features.Verification.VerifyCertificate;
using Portal.ServiceDefaults.Bus;

namespace Portal.Certificates;

/// <summary>The service's routes. Whatever is not named here is closed.</summary>
internal static class CertificateApi
{
    public static void MapCertificateApi(this IEndpointRouteBuilder routes)
    {
        routes.MapListHolders();
        routes.MapExportHolders();
        routes.MapGetCertificates();
        routes.MapListDistributions();
        routes.MapWatchDistribution();
        routes.MapListRenewalRecipients();
        routes.MapPreviewCertificate();
        routes.MapFetchDocuments();
        routes.MapVerifyCertificate();
        routes.MapBusOperations();
    }
}
