using Portal.Certificates.Domain;
using Portal.Certificates.Storage;

namespace Portal.Certificates.Features.IssueCertificates;

/// <summary>A certificate and its PDF, not yet stored.</summary>
internal sealed record ComposedCertificate(Certificate Certificate, Document Document);
