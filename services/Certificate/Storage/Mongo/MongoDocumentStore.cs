using MongoDB.Bson;
using MongoDB.Driver;
using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage.Mongo;

/// <summary>
/// Keeps documents in MongoDB, each with the snapshot of what it says. They are there before the transaction that
/// issues their certificates commits, so that a certificate is never without its PDF; a transaction that fails leaves
/// PDFs without a certificate, which nothing leads to.
/// </summary>
/// <remarks>What was issued before MongoDB was named lies in the database, and is found there.</remarks>
internal sealed class MongoDocumentStore(IMongoCollection<BsonDocument> collection, DatabaseDocumentStore earlier)
    : IDocumentStore
{
    private static readonly InsertManyOptions EachByItself = new() { IsOrdered = false };

    public async Task AddAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        DocumentLimit.Check(documents);
        if (documents.Count > 0)
        {
            await collection.InsertManyAsync(documents.Select(StoredDocument.From), EachByItself, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Document>> FindAsync(
        IReadOnlyCollection<CertificateId> certificates, CancellationToken cancellationToken)
    {
        var stored = await collection.Find(StoredDocument.Of(certificates)).Project(StoredDocument.Bytes)
            .ToListAsync(cancellationToken);
        var found = stored.ConvertAll(StoredDocument.Read);
        var others = certificates.Except(found.Select(document => document.CertificateId)).ToList();
        return others.Count == 0 ? found : [.. found, .. await earlier.FindAsync(others, cancellationToken)];
    }
}
