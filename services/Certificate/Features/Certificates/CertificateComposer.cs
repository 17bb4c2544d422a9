using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Features.Verification;
using Portal.Certificates.Rendering;
using Portal.Certificates.Storage;
using Portal.Contracts.Certificates;
using Portal.Contracts.Policies;
using Portal.ServiceDefaults.Times;

namespace Portal.Certificates.Features.Certificates;

/// <summary>Makes a share's next certificate: its row, its PDF and its part of the event.</summary>
internal sealed class CertificateComposer(ICertificateRenderer renderer, VerificationLinks links)
{
    /// <summary>
    /// The certificate of one share in a distribution. It shows all of the share's policies as the renewal saw them.
    /// </summary>
    public ComposedCertificate Compose(Share share, Distribution distribution, AgencyDetails agency, DateTimeOffset now)
    {
        var shown = distribution.Cause.Policies.Where(policy => share.PolicyIds.Contains(policy.PolicyId)).ToList();
        var certificate = Certificate.Issue(share, distribution, shown, now);
        var content = ContentOf(share, distribution.Cause.Insured, shown, agency, now) with
        {
            Revision = certificate.Revision,
            VerificationUrl = links.For(certificate.VerificationCode),
        };
        var document = new Document
        {
            CertificateId = certificate.Id,
            Content = renderer.Render(content),
            Snapshot = DocumentSnapshot.Of(certificate),
        };
        return new ComposedCertificate(certificate, document);
    }

    /// <summary>
    /// The PDF that a share's next certificate would be, marked as a preview; nothing is issued or counted.
    /// </summary>
    public byte[] Preview(
        Share share, InsuredSnapshot insured, IReadOnlyList<PolicySnapshot> policies, AgencyDetails agency,
        DateTimeOffset now)
    {
        var shown = policies.Where(policy => share.PolicyIds.Contains(policy.PolicyId)).ToList();
        return renderer.Render(ContentOf(share, insured, shown, agency, now) with { IsPreview = true });
    }

    /// <summary>What the event says of a certificate.</summary>
    public IssuedCertificate Announce(Certificate certificate) => new()
    {
        CertificateId = certificate.Id.Value,
        ShareId = certificate.ShareId.Value,
        HolderName = certificate.HolderName,
        HolderEmail = certificate.HolderEmail,
        Number = certificate.Number,
        Revision = certificate.Revision,
        VerificationUrl = links.For(certificate.VerificationCode),
        Policies = certificate.Policies,
        IssuedAt = certificate.IssuedAt,
    };

    private CertificateContent ContentOf(
        Share share, InsuredSnapshot insured, IReadOnlyList<PolicySnapshot> shown, AgencyDetails agency,
        DateTimeOffset now) => new()
        {
            Number = share.CertificateNumber,
            Revision = share.Revision + 1,
            DateIssued = now.UtcDay(),
            IssuedAt = now,
            Producer = ProducerOf(agency),
            Insured = insured,
            Policies = shown,
            Holder = new CertificateHolder { Name = share.Holder.Name, Address = share.Holder.Address },
            Terms = TermsOf(share.Terms),
            AuthorizedRepresentative = agency.AuthorizedRepresentative,
            VerificationUrl = links.For("preview"),
        };

    private static CertificateProducer ProducerOf(AgencyDetails agency) => new()
    {
        Name = agency.Name,
        Address = agency.Address,
        ContactName = agency.ContactName,
        Phone = agency.Phone,
        Fax = agency.Fax,
        Email = agency.Email,
    };

    private static HolderTerms TermsOf(ShareTerms terms) => new()
    {
        AdditionalInsured = terms.AdditionalInsured,
        WaiverOfSubrogation = terms.WaiverOfSubrogation,
        PrimaryNoncontributory = terms.PrimaryNoncontributory,
        Project = terms.Project,
        Wording = terms.Description,
    };
}
