using MongoDB.Bson;
using MongoDB.Driver;
using Portal.Certificates.Storage;
using Portal.Certificates.Storage.Mongo;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage.Mongo;

/// <summary>
/// The store in MongoDB, on the server that <c>ConnectionStrings__documents</c> names; skipped without one.
/// </summary>
public sealed class MongoDocumentStoreTests(Servers servers) : DocumentStoreTests(servers)
{
    private MongoClient? _client;
    private IMongoCollection<BsonDocument> _collection = null!;

    [Fact]
    public async Task What_was_stored_before_MongoDB_was_named_is_found_in_the_database()
    {
        var (earlier, later) = (SomeDocument.Of(100), SomeDocument.Of(200));
        await using (var db = Database.Open())
        {
            await new DatabaseDocumentStore(db).AddAsync([earlier], Stop);
            await db.SaveChangesAsync(Stop);
        }

        await StoreAsync(later);

        var found = await FindAsync(earlier.CertificateId, later.CertificateId);
        Assert.Equal(
            [earlier.Content, later.Content], found.OrderBy(
                document => document.Content.Length).Select(document => document.Content));
    }

    [Fact]
    public async Task The_index_by_number_is_made_once_however_often_the_service_starts()
    {
        await _collection.Indexes.CreateOneAsync(StoredDocument.ByNumber, cancellationToken: Stop);
        await _collection.Indexes.CreateOneAsync(StoredDocument.ByNumber, cancellationToken: Stop);

        var names = (await (await _collection.Indexes.ListAsync(Stop)).ToListAsync(Stop))
            .ConvertAll(index => index["name"].AsString);
        Assert.Equal(["_id_", "by_number"], names.Order(StringComparer.Ordinal));
    }

    private protected override void Begin()
    {
        var connection = MongoConnection.Parse(GivenMongo.ConnectionString()) with
        {
            Database = $"tests_{Guid.CreateVersion7():N}",
        };
        _client = new MongoClient(connection.Settings);
        _collection = connection.CollectionOf(_client);
    }

    private protected override async ValueTask EndAsync()
    {
        if (_client is not null)
        {
            await _client.DropDatabaseAsync(_collection.Database.DatabaseNamespace.DatabaseName);
            _client.Dispose();
        }
    }

    private protected override IDocumentStore StoreIn(CertificateDb db) =>
        new MongoDocumentStore(_collection, new DatabaseDocumentStore(db));

    private protected override bool SaysThatItExists(Exception problem) =>
        problem is MongoBulkWriteException { WriteErrors: [{ Category: ServerErrorCategory.DuplicateKey }, ..] };
}
