using DotNet.Testcontainers.Containers;
using Npgsql;
using Testcontainers.MongoDb;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Portal.TestServers.Containers;

/// <summary>
/// A broker, a database server and, where wanted, MongoDB in containers, on ports that the engine chooses.
/// </summary>
internal sealed class ContainerServers : IAsyncDisposable
{
    private const int ManagementPort = 15672;

    private readonly PostgreSqlContainer _postgres;
    private readonly RabbitMqContainer _rabbitMq;
    private readonly MongoDbContainer? _mongo;

    public ContainerServers(bool withMongo)
    {
        // As many connections as the installed server gives, for as many test projects side by side.
        _postgres = new PostgreSqlBuilder(Images.Postgres)
            .WithCommand("-c", "max_connections=300")
            .Build();
        _rabbitMq = new RabbitMqBuilder(Images.RabbitMq).WithPortBinding(ManagementPort, assignRandomHostPort: true)
            .Build();
        _mongo = withMongo ? new MongoDbBuilder(Images.Mongo).Build() : null;
    }

    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(All().Select(container => container.StartAsync(cancellationToken)));

    /// <summary>What leads tests to the servers, once they run.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables()
    {
        var management = new UriBuilder(
            Uri.UriSchemeHttp, _rabbitMq.Hostname, _rabbitMq.GetMappedPublicPort(ManagementPort));
        return VariablesOf(
            _rabbitMq.GetConnectionString(),
            management.Uri,
            _postgres.GetConnectionString(),
            _mongo?.GetConnectionString());
    }

    internal static IEnumerable<KeyValuePair<string, string>> VariablesOf(
        string rabbitMq, Uri management, string postgres, string? mongo)
    {
        // Each test class names a database of its own.
        var server = new NpgsqlConnectionStringBuilder(postgres);
        server.Remove("Database");
        yield return new(ServerVariables.RabbitMQ, rabbitMq);
        yield return new(ServerVariables.Management, management.AbsoluteUri);
        yield return new(ServerVariables.Postgres, server.ConnectionString);
        if (mongo is not null)
        {
            yield return new(ServerVariables.Documents, mongo);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in All())
        {
            await container.DisposeAsync();
        }
    }

    private IEnumerable<DockerContainer> All() =>
        _mongo is null ? [_postgres, _rabbitMq] : [_postgres, _rabbitMq, _mongo];
}
