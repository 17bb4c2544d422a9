using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Portal.Testing;

/// <summary>The database server of a test run.</summary>
internal sealed class DatabaseServer
{
    private const string Name = "postgres";

    private readonly string _connectionString;
    private readonly DistributedApplication? _own;

    private DatabaseServer(string connectionString, DistributedApplication? own)
    {
        _connectionString = connectionString;
        _own = own;
    }

    /// <summary>The one that the environment names, or one of its own.</summary>
    public static async Task<DatabaseServer> FindAsync()
    {
        if (Environment.GetEnvironmentVariable($"ConnectionStrings__{Name}") is { Length: > 0 } given)
        {
            return new DatabaseServer(given, own: null);
        }

        var application = await TestServer.StartAsync(builder => builder.AddPostgres(Name));
        return new DatabaseServer((await application.GetConnectionStringAsync(Name))!, application);
    }

    public string ConnectionStringOf(string database) => $"{_connectionString};Database={database}";

    public Task CreateAsync(string database, CancellationToken cancellationToken) =>
        RunAsync($"CREATE DATABASE \"{database}\"", cancellationToken);

    public async ValueTask DisposeAsync(IEnumerable<string> databases)
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
            return;
        }

        foreach (var database in databases)
        {
            await RunAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", CancellationToken.None);
        }
    }

    private async Task RunAsync(string command, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create($"{_connectionString};Pooling=false;Database=postgres");
        await using var statement = source.CreateCommand(command);
        await statement.ExecuteNonQueryAsync(cancellationToken);
    }
}
