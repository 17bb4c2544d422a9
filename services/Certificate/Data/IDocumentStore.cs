using Portal.Certificates.Domain;

namespace Portal.Certificates.Data;

/// <summary>Where the bytes of certificates lie: the database, or object storage once one machine is outgrown.</summary>
internal interface IDocumentStore
{
    /// <summary>Stores documents; they last once the caller's unit of work is saved.</summary>
    Task AddAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken);

    /// <summary>The documents of these certificates; those that have none are left out.</summary>
    Task<IReadOnlyList<Document>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates, CancellationToken cancellationToken);
}
