using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>
/// Where the bytes of certificates lie: the service's database, or MongoDB where <c>ConnectionStrings__documents</c>
/// names one. A document is written once and never changes; who may see it is for the caller to know.
/// </summary>
internal interface IDocumentStore
{
    /// <summary>
    /// Stores documents; they last once the caller's unit of work is saved. Of work that is never saved a store may
    /// keep documents, which no certificate leads to.
    /// </summary>
    /// <exception cref="DocumentTooLargeException">
    /// One has more than <see cref="DocumentLimit.MostBytes"/>; none is stored.
    /// </exception>
    /// <remarks>
    /// A second document of one certificate fails, here or when the unit of work is saved, as the store's own
    /// exception, and the first one stays.
    /// </remarks>
    Task AddAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken);

    /// <summary>
    /// The documents of these certificates, in any order and without their snapshots; those that have none are left
    /// out.
    /// </summary>
    Task<IReadOnlyList<Document>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates, CancellationToken cancellationToken);
}
