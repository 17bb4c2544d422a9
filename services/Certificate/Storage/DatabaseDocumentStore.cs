using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>Keeps documents in the service's own database, in the transaction that issues them.</summary>
internal sealed class DatabaseDocumentStore(CertificateDb db) : IDocumentStore
{
    public Task AddAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        DocumentLimit.Check(documents);
        db.Documents.AddRange(documents);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<Document>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates, CancellationToken cancellationToken) =>
        await db.Documents.AsNoTracking()
            .Where(document => certificates.Contains(document.CertificateId))
            .ToListAsync(cancellationToken);
}
