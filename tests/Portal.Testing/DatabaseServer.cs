using Npgsql;

namespace Portal.Testing;

/// <summary>The database server of a test run.</summary>
internal sealed class DatabaseServer(string connectionString)
{
    /// <summary>The variable with its connection string.</summary>
    public const string Variable = "ConnectionStrings__postgres";

    public string ConnectionStringOf(string database) => $"{connectionString};Database={database}";

    public Task CreateAsync(string database, CancellationToken cancellationToken) =>
        RunAsync($"CREATE DATABASE \"{database}\"", cancellationToken);

    public async Task RemoveAsync(IEnumerable<string> databases)
    {
        foreach (var database in databases)
        {
            await RunAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", CancellationToken.None);
        }
    }

    private async Task RunAsync(string command, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create($"{connectionString};Pooling=false;Database=postgres");
        await using var statement = source.CreateCommand(command);
        await statement.ExecuteNonQueryAsync(cancellationToken);
    }
}
