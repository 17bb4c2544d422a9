using MassTransit;
using Portal.Compliance.Domain.Proofs;
using Portal.Compliance.Storage;
using Portal.Contracts.Certificates;

namespace Portal.Compliance.Integration.KeepCertificates;

/// <summary>
/// Keeps the newest certificate of each share. Twice or late makes no difference: the revision decides.
/// </summary>
internal sealed class CertificatesIssuedConsumer(ProofTable proofs, ProofMetrics metrics)
    : IConsumer<CertificatesIssued>
{
    public async Task Consume(ConsumeContext<CertificatesIssued> context)
    {
        var message = context.Message;
        var newest = message.Certificates
            .GroupBy(certificate => certificate.ShareId)
            .Select(share => ProofOf(message, share.MaxBy(certificate => certificate.Revision)!))
            .ToList();
        await proofs.KeepAsync(message.AgencyId, message.AccountId, newest, context.CancellationToken);
        metrics.Taken(newest.Count);
    }

    private static Proof ProofOf(CertificatesIssued message, IssuedCertificate certificate) => new()
    {
        ShareId = certificate.ShareId,
        AgencyId = message.AgencyId,
        AccountId = message.AccountId,
        HolderName = certificate.HolderName,
        HolderEmail = certificate.HolderEmail,
        CertificateNumber = certificate.Number,
        Revision = certificate.Revision,
        IssuedAt = certificate.IssuedAt,
        FirstExpiration = certificate.Policies.Select(policy => policy.Expiration).DefaultIfEmpty(DateOnly.MaxValue)
            .Min(),
        Policies =
        [
            .. certificate.Policies.Select(policy => new ShownPolicy(
                policy.PolicyId, policy.Line, policy.Number, policy.Effective, policy.Expiration)),
        ],
    };
}
