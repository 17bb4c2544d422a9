using MongoDB.Bson;
using MongoDB.Driver;

namespace Portal.Certificates.Storage.Mongo;

/// <summary>
/// Makes the index of documents before anything else of the host starts; a server that starts too is waited for.
/// </summary>
internal sealed partial class MongoStarter(
    IMongoCollection<BsonDocument> collection, TimeProvider time, ILogger<MongoStarter> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidOperationException">
    /// MongoDB does not let this service in, or does not answer within a minute.
    /// </exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await collection.Indexes.CreateOneAsync(StoredDocument.ByNumber, cancellationToken: cancellationToken);
                return;
            }
            catch (MongoAuthenticationException exception)
            {
                throw new InvalidOperationException(
                    $"MongoDB refuses the user of ConnectionStrings__{MongoConnection.Name}; correct user, password "
                    + "or authSource in it.", exception);
            }
            catch (Exception exception) when (exception is TimeoutException or MongoConnectionException)
            {
                // The driver has waited for a server by itself, and its message lists what it knows of each.
                var servers = string.Join(", ", collection.Database.Client.Settings.Servers);
                if (time.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException(
                        $"MongoDB ({servers}) does not answer; start it, or correct "
                        + $"ConnectionStrings__{MongoConnection.Name}.", exception);
                }

                Waiting(servers);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "MongoDB ({Servers}) does not answer yet; trying again")]
    private partial void Waiting(string servers);
}
