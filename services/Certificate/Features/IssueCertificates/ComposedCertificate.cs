using Portal.Certificates.Data;
using Portal.Certificates.Domain;

namespace Portal.Certificates.Features.IssueCertificates;

/// <summary>A certificate and its PDF, not yet stored.</summary>
internal sealed record ComposedCertificate(Certificate Certificate, Document Document);
