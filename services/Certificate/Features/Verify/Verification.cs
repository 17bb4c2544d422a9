using Portal.Certificates.Domain;

namespace Portal.Certificates.Features.Verify;

/// <summary>What is true of a certificate at an instant.</summary>
public sealed record Verification(
    CertificateStatus Status, string Number, int Revision, string Insured, DateTimeOffset AsOf);
