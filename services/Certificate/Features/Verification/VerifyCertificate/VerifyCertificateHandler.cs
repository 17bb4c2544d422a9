using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Codes;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;

namespace Portal.Certificates.Features.Verification.VerifyCertificate;

/// <summary>Looks up the certificate that carries a code, whatever agency it is of.</summary>
internal sealed class VerifyCertificateHandler(CertificateDb db, TimeProvider time)
{
    /// <summary>What is true of it now.</summary>
    public async Task<Result<Verification>> HandleAsync(string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var certificate = VerificationCode.Read(code) is not { } wanted
            ? null
            : await db.Certificates.AsNoTracking().IgnoreQueryFilters()
                .SingleOrDefaultAsync(certificate => certificate.VerificationCode == wanted, cancellationToken);
        if (certificate is null)
        {
            return new VerificationCodeNotFound();
        }

        var today = now.UtcDay();
        return new Verification(
            certificate.StatusOn(today),
            certificate.StandsSince(today),
            certificate.Number,
            certificate.Revision,
            certificate.InsuredName,
            now);
    }
}
