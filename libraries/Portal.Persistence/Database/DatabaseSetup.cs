using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Portal.Persistence.Database;

/// <summary>What preparing a database needs in PostgreSQL's own SQL.</summary>
internal static class DatabaseSetup
{
    /// <summary>Key of the advisory lock ("portal" in ASCII) under which databases are created and migrated.</summary>
    private const long Turn = 0x706F7274616C;

    /// <summary>Creates the database that the connection string names, unless it exists.</summary>
    public static async Task CreateIfMissingAsync(
        NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(settings.Database!, settings.ConnectionString, cancellationToken);
        }
    }

    public static Task TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, $"select pg_advisory_lock({Turn})", cancellationToken);

    public static Task EndTurnAsync(NpgsqlConnection connection) =>
        ExecuteAsync(connection, $"select pg_advisory_unlock({Turn})", CancellationToken.None);

    private static async Task CreateAsync(string name, string connectionString, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var server = new NpgsqlConnection(settings.ConnectionString);
        await server.OpenAsync(cancellationToken);
        await TakeTurnAsync(server, cancellationToken);
        await using var question = new NpgsqlCommand("select 1 from pg_database where datname = $1", server);
        question.Parameters.AddWithValue(name);
        if (await question.ExecuteScalarAsync(cancellationToken) is null)
        {
            await ExecuteAsync(server, $"create database {Quote(name)}", cancellationToken);
        }
    }

    private static string Quote(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [SuppressMessage("Security", "CA2100", Justification = "CREATE DATABASE takes no parameters; the name is quoted.")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
