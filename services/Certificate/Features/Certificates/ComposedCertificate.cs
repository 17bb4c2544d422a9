using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Storage;

namespace Portal.Certificates.Features.Certificates;

/// <summary>A certificate and its PDF, not yet stored.</summary>
internal sealed record ComposedCertificate(Certificate Certificate, Document Document);
