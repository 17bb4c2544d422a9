using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Features.Documents;
using Portal.Certificates.Features.Verification;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Certificates.GetCertificates;

/// <summary>Certificates, one by one and as a list, and their PDFs.</summary>
internal static class GetCertificatesEndpoint
{
    public static void MapGetCertificates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/certificates").RequireScope(Scopes.CertificatesRead)
            .WithTags("Certificates");
        group.MapGet("/", ListAsync)
            .WithName("ListCertificates")
                .WithSummary("Certificates by distribution, client or holder, in the order of holders");
        group.MapGet("/{id:guid}", GetAsync)
            .WithName("GetCertificate").WithSummary("One certificate");
        group.MapGet("/{id:guid}/document", GetDocumentAsync)
            .WithName("GetCertificateDocument").WithSummary("The certificate's PDF");
    }

    private static async Task<Results<Ok<Page<CertificateResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CertificateQuery query,
        CertificateDb db,
        VerificationLinks links,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!query.TryReadCursor(out CertificateCursor? after))
        {
            return new InvalidCursor().ToProblem();
        }

        var rows = await query.Filter(db.Certificates.AsNoTracking(), after)
            .OrderBy(certificate => certificate.HolderName)
            .ThenBy(certificate => certificate.Number)
            .ThenByDescending(certificate => certificate.Revision)
            .Take(query.Rows + 1)
            .ToListAsync(cancellationToken);
        var today = time.Today();
        return TypedResults.Ok(query.ToPage(
            rows,
            certificate => CertificateResponse.Of(certificate, links, today),
            certificate => new CertificateCursor(certificate.HolderName, certificate.Number, certificate.Revision)));
    }

    private static async Task<Results<Ok<CertificateResponse>, ProblemHttpResult>> GetAsync(
        Guid id, CertificateDb db, VerificationLinks links, TimeProvider time, CancellationToken cancellationToken)
    {
        var certificate = await FindAsync(id, db, cancellationToken);
        return certificate is null
            ? new CertificateNotFound().ToProblem()
            : TypedResults.Ok(CertificateResponse.Of(certificate, links, time.Today()));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetDocumentAsync(
        Guid id, CertificateDb db, IDocumentStore documents, CancellationToken cancellationToken)
    {
        // The certificate is looked up first: only that look-up is bounded to what the caller may see.
        var certificate = await FindAsync(id, db, cancellationToken);
        if (certificate is null)
        {
            return new CertificateNotFound().ToProblem();
        }

        var found = await documents.FindAsync([certificate.Id], cancellationToken);
        return TypedResults.File(
            found[0].Content, "application/pdf", DocumentNames.For(certificate.Number, certificate.Revision));
    }

    private static Task<Certificate?> FindAsync(Guid id, CertificateDb db, CancellationToken cancellationToken)
    {
        var key = new CertificateId(id);
        return db.Certificates.AsNoTracking()
            .SingleOrDefaultAsync(certificate => certificate.Id == key, cancellationToken);
    }
}
