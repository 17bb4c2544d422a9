using Npgsql;
using Portal.Testing;

namespace Portal.Persistence.Tests.Support;

/// <summary>A database and a virtual host for one test class.</summary>
public sealed class LedgerFixture(Servers servers) : IAsyncLifetime
{
    /// <summary>Connection string of the ledger's database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>AMQP URI of the virtual host.</summary>
    public string Broker { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync("ledger", TestContext.Current.CancellationToken);
        Broker = await servers.CreateVirtualHostAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Connection string of a database on the same server that does not exist yet.</summary>
    public string MissingDatabase() =>
        new NpgsqlConnectionStringBuilder(Database)
        {
            Database = $"missing_{Guid.CreateVersion7():N}",
        }.ConnectionString;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
