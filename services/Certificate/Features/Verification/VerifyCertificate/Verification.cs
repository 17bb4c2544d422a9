using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Features.Verification.VerifyCertificate;

/// <summary>What is true of a certificate at an instant.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Since">Day (UTC) from which it has stood so.</param>
/// <param name="Number">Its number, as printed on it.</param>
/// <param name="Revision">Counts the certificates of one holder, from 1.</param>
/// <param name="Insured">The insured that it names.</param>
/// <param name="AsOf">The instant.</param>
public sealed record Verification(
    CertificateStatus Status, DateOnly Since, string Number, int Revision, string Insured, DateTimeOffset AsOf);
