using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Features.Holders;
using Portal.Certificates.Features.Verification;
using Portal.Contracts.Policies;

namespace Portal.Certificates.Features.Certificates.GetCertificates;

/// <summary>A certificate as the API shows it.</summary>
/// <param name="ClientId">Whose policies it shows.</param>
/// <param name="Revision">Counts the certificates of one holder, from 1.</param>
/// <param name="Delivery">How far the mail with it has come.</param>
/// <param name="DeliveryDetail">Why the mail was given up, where it was.</param>
public sealed record CertificateResponse(
    Guid Id,
    Guid ClientId,
    string Number,
    int Revision,
    CertificateStatus Status,
    CertificateHolderResponse Holder,
    IReadOnlyList<ShownPolicyResponse> Policies,
    DateTimeOffset IssuedAt,
    string VerificationUrl,
    Guid DistributionId,
    DeliveryState Delivery,
    string? DeliveryDetail)
{
    internal static CertificateResponse Of(Certificate certificate, VerificationLinks links, DateOnly today) => new(
        certificate.Id.Value,
        certificate.AccountId,
        certificate.Number,
        certificate.Revision,
        certificate.StatusOn(today),
        new CertificateHolderResponse(certificate.HolderName, certificate.HolderEmail),
        [.. certificate.Policies.Select(policy =>
            new ShownPolicyResponse(policy.Line, policy.Number, policy.Effective, policy.Expiration))],
        certificate.IssuedAt,
        links.For(certificate.VerificationCode),
        certificate.DistributionId.Value,
        certificate.Delivery,
        certificate.DeliveryDetail);
}

/// <summary>A policy that a certificate shows, as it stood.</summary>
public sealed record ShownPolicyResponse(PolicyLine Line, string Number, DateOnly Effective, DateOnly Expiration);
