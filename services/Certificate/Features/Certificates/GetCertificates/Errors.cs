using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Certificates.GetCertificates;

internal sealed record CertificateNotFound() : NotFound(
    "certificate-not-found", "There is no such certificate; take the id from the list of certificates.");
