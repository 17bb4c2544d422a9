using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using MongoDB.Bson;
using MongoDB.Driver;
using Portal.Certificates.Storage.Mongo;
using Portal.Testing;

namespace Portal.Certificate.Tests.Storage.Mongo;

/// <summary>MongoDB is named but does not answer.</summary>
public sealed class AbsentServerTests : IDisposable
{
    private readonly int _port = FreePort.Next();
    private readonly MongoClient _client;
    private readonly IMongoCollection<BsonDocument> _collection;

    public AbsentServerTests()
    {
        var connection = MongoConnection.Parse(
            $"mongodb://user:s3cret-word@127.0.0.1:{_port}/?serverSelectionTimeoutMS=100");
        _client = new MongoClient(connection.Settings);
        _collection = connection.CollectionOf(_client);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_service_is_not_healthy()
    {
        var check = new MongoHealthCheck(_collection);
        var context = new HealthCheckContext
        {
            Registration = new HealthCheckRegistration(MongoConnection.Name, check, HealthStatus.Unhealthy, tags: null),
        };

        var result = await check.CheckHealthAsync(context, Stop);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("MongoDB does not answer.", result.Description);
    }

    [Fact]
    public async Task The_start_waits_a_minute_and_then_says_where_nobody_answered()
    {
        var time = new PassingTime(TimeSpan.FromSeconds(25));

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new MongoStarter(_collection, time, NullLogger<MongoStarter>.Instance).StartingAsync(Stop));

        Assert.Equal(
            $"MongoDB (127.0.0.1:{_port}) does not answer; start it, or correct ConnectionStrings__documents.",
            problem.Message);
        Assert.DoesNotContain("s3cret-word", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(75), time.Passed);
    }

    /// <summary>Each look at the clock but the first finds it advanced.</summary>
    private sealed class PassingTime(TimeSpan step) : TimeProvider
    {
        private int _looks = -1;

        public TimeSpan Passed => _looks * step;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (++_looks * step).Ticks;
    }
}
