using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Certificates.PreviewCertificate;

/// <summary>Renders the certificate that a holder would get; nothing is issued or counted.</summary>
internal sealed class PreviewCertificateHandler(CertificateDb db, CertificateComposer composer, TimeProvider time)
{
    /// <summary>The PDF.</summary>
    public async Task<Result<byte[]>> HandleAsync(
        CertificatePreviewRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsWhole())
        {
            return new PreviewIncomplete();
        }

        var id = new ShareId(request.ShareId);
        if (await db.Shares.AsNoTracking().SingleOrDefaultAsync(share => share.Id == id, cancellationToken)
            is not { } share)
        {
            return new ShareNotFound { Field = "shareId" };
        }

        if (!request.Policies.Any(policy => share.PolicyIds.Contains(policy.PolicyId)))
        {
            return new NothingShown { Field = "policies" };
        }

        // A caller who is bounded to an account reads no agency, but its certificates show who made them.
        return await db.Agencies.IgnoreQueryFilters([AgencyScope.AccountFilter]).AsNoTracking()
            .SingleOrDefaultAsync(agency => agency.Id == share.AgencyId, cancellationToken) is { } agency
            ? composer.Preview(share, request.Insured, request.Policies, agency.State, time.GetUtcNow())
            : new AgencyUnavailable();
    }
}
