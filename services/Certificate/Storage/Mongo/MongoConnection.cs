using MongoDB.Bson;
using MongoDB.Driver;

namespace Portal.Certificates.Storage.Mongo;

/// <summary>How the service reaches MongoDB.</summary>
internal sealed record MongoConnection(MongoClientSettings Settings, string Database)
{
    /// <summary>Name of the connection string, and of the database where the string names none.</summary>
    public const string Name = "documents";

    private const string CollectionName = "certificate_documents";

    /// <summary>
    /// Who issues or fetches is tried again; waiting the driver's 30 s each time would only hold the queue.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A certificate is committed and mailed right after its document: that must be on disk at most members, and the
    /// next reader must find it, whatever the connection string says.
    /// </summary>
    private static readonly MongoCollectionSettings Lasting = new()
    {
        WriteConcern = WriteConcern.WMajority.With(journal: true),
        ReadPreference = ReadPreference.Primary,
    };

    /// <exception cref="InvalidOperationException">
    /// The connection string is wrong; the message does not repeat it, as it may hold a password.
    /// </exception>
    public static MongoConnection Parse(string connectionString)
    {
        try
        {
            var url = new MongoUrl(connectionString);
            var settings = MongoClientSettings.FromUrl(url);
            if (url.ServerSelectionTimeout == MongoDefaults.ServerSelectionTimeout)
            {
                settings.ServerSelectionTimeout = Patience;
            }

            return new MongoConnection(settings, url.DatabaseName ?? Name);
        }
        catch (MongoConfigurationException)
        {
            throw new InvalidOperationException(
                $"ConnectionStrings__{Name} is not an address of MongoDB; write "
                + $"mongodb://user:password@host:27017/{Name}, with what is special in user and password "
                + "percent-encoded, or leave it out to keep documents in the service's own database.");
        }
    }

    /// <summary>The collection of documents. Nothing is sent yet.</summary>
    public IMongoCollection<BsonDocument> CollectionOf(IMongoClient client) =>
        client.GetDatabase(Database).GetCollection<BsonDocument>(CollectionName, Lasting);
}
