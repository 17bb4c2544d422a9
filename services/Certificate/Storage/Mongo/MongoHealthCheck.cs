using Microsoft.Extensions.Diagnostics.HealthChecks;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Portal.Certificates.Storage.Mongo;

/// <summary>Healthy while MongoDB answers.</summary>
internal sealed class MongoHealthCheck(IMongoCollection<BsonDocument> collection) : IHealthCheck
{
    private static readonly BsonDocumentCommand<BsonDocument> Ping = new(new BsonDocument("ping", 1));

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await collection.Database.RunCommandAsync(Ping, ReadPreference.Primary, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is MongoException or TimeoutException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "MongoDB does not answer.", exception);
        }
    }
}
