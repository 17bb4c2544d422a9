using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Documents.FetchDocuments;

/// <summary>Finds the PDFs of certificates of any agency; those that have none are left out.</summary>
internal sealed class FetchDocumentsHandler(CertificateDb db, IDocumentStore documents)
{
    private const int MostAtOnce = 200;

    public async Task<Result<List<FetchedDocument>>> HandleAsync(
        FetchDocumentsRequest request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count > MostAtOnce)
        {
            return new TooManyDocuments { Field = "ids" };
        }

        var ids = request.Ids.Select(id => new CertificateId(id)).ToList();
        var names = await db.Certificates.AsNoTracking().IgnoreQueryFilters()
            .Where(certificate => ids.Contains(certificate.Id))
            .Select(certificate => new { certificate.Id, certificate.Number, certificate.Revision })
            .ToDictionaryAsync(
                certificate => certificate.Id,
                certificate => DocumentNames.For(certificate.Number, certificate.Revision),
                cancellationToken);
        var found = await documents.FindAsync([.. names.Keys], cancellationToken);
        return found
            .Select(document => new FetchedDocument(
                document.CertificateId.Value, names[document.CertificateId], document.Content))
            .ToList();
    }
}
