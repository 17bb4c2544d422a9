using Microsoft.AspNetCore.Mvc;
using Portal.Certificates.Domain.Certificates;
using Portal.Insurance;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;

namespace Portal.Certificates.Features.Certificates.GetCertificates;

/// <summary>Filters of the list of certificates.</summary>
public sealed record CertificateQuery : PageQuery
{
    /// <summary>Only those of this distribution.</summary>
    [FromQuery(Name = "distribution")]
    public Guid? Distribution { get; init; }

    /// <summary>Only those of this client.</summary>
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>Only those whose delivery is <c>pending</c>, <c>delivered</c> or <c>failed</c>.</summary>
    [FromQuery(Name = "delivery")]
    public SnakeCaseEnum<DeliveryState>? Delivery { get; init; }

    /// <summary>Only holders whose name contains this; case and accents don't matter.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    internal IQueryable<Certificate> Filter(IQueryable<Certificate> certificates, CertificateCursor? after)
    {
        if (Distribution is { } distribution)
        {
            var id = new DistributionId(distribution);
            certificates = certificates.Where(certificate => certificate.DistributionId == id);
        }

        if (Client is { } client)
        {
            certificates = certificates.Where(certificate => certificate.AccountId == client);
        }

        if (Delivery is { Value: var delivery })
        {
            certificates = certificates.Where(certificate => certificate.Delivery == delivery);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var text = TextFolding.Fold(Search.Trim());
            certificates = certificates.Where(certificate => certificate.SearchText.Contains(text));
        }

        return after is null
            ? certificates
            : certificates.Where(certificate =>
                string.Compare(certificate.HolderName, after.HolderName) > 0
                || (certificate.HolderName == after.HolderName
                    && (string.Compare(certificate.Number, after.Number) > 0
                        || (certificate.Number == after.Number && certificate.Revision < after.Revision))));
    }
}
