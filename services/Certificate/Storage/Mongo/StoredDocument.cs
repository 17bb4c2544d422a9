using System.Globalization;
using MongoDB.Bson;
using MongoDB.Driver;
using Portal.Certificates.Domain.Certificates;
using Portal.Contracts.Certificates;

namespace Portal.Certificates.Storage.Mongo;

/// <summary>The shape of a document in MongoDB, and how it is asked for.</summary>
/// <remarks>Ids are UUIDs (binary subtype 4), instants are dates, days are text as in 2027-07-01.</remarks>
internal static class StoredDocument
{
    private const string Id = "_id";
    private const string Content = "content";
    private const string Snapshot = "snapshot";

    /// <summary>
    /// For a person who has a certificate before him and looks for its bytes. Not unique: a batch that was not saved
    /// leaves its documents, and the next try has the same numbers.
    /// </summary>
    public static CreateIndexModel<BsonDocument> ByNumber { get; } = new(
        Builders<BsonDocument>.IndexKeys
            .Ascending($"{Snapshot}.agencyId").Ascending($"{Snapshot}.number").Ascending($"{Snapshot}.revision"),
        new CreateIndexOptions { Name = "by_number" });

    /// <summary>Documents of these certificates.</summary>
    public static FilterDefinition<BsonDocument> Of(IEnumerable<CertificateId> certificates) =>
        Builders<BsonDocument>.Filter.In(Id, certificates.Select(certificate => Uuid(certificate.Value)));

    /// <summary>As much of a document as is read back.</summary>
    public static ProjectionDefinition<BsonDocument> Bytes { get; } =
        Builders<BsonDocument>.Projection.Include(Content);

    public static BsonDocument From(Document document)
    {
        var stored = new BsonDocument
        {
            { Id, Uuid(document.CertificateId.Value) },
            { Content, new BsonBinaryData(document.Content) },
        };
        if (document.Snapshot is { } snapshot)
        {
            stored.Add(Snapshot, From(snapshot));
        }

        return stored;
    }

    public static Document Read(BsonDocument stored) => new()
    {
        CertificateId = new CertificateId(stored[Id].AsGuid),
        Content = stored[Content].AsByteArray,
    };

    private static BsonDocument From(DocumentSnapshot snapshot) => new()
    {
        { "agencyId", Uuid(snapshot.AgencyId) },
        { "accountId", Uuid(snapshot.AccountId) },
        { "number", snapshot.Number },
        { "revision", snapshot.Revision },
        { "insuredName", snapshot.InsuredName },
        { "holderName", snapshot.HolderName },
        { "policies", new BsonArray(snapshot.Policies.Select(From)) },
        { "issuedAt", snapshot.IssuedAt.UtcDateTime },
    };

    private static BsonDocument From(IssuedPolicy policy) => new()
    {
        { "policyId", Uuid(policy.PolicyId) },
        { "line", policy.Line.ToString() },
        { "number", policy.Number },
        { "effective", Day(policy.Effective) },
        { "expiration", Day(policy.Expiration) },
    };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static BsonBinaryData Uuid(Guid value) => new(value, GuidRepresentation.Standard);
}
