using System.Collections.Concurrent;
using Npgsql;

namespace Portal.Testing;

/// <summary>
/// One broker and one database server for a whole test run; each test class takes a virtual host and databases of its
/// own. Use as an assembly fixture: <c>[assembly: AssemblyFixture(typeof(Servers))]</c>, then take it as a constructor
/// argument.
/// </summary>
/// <remarks>
/// <c>ConnectionStrings__rabbitmq</c> and <c>ConnectionStrings__postgres</c> name servers to use, as test.sh does for
/// all projects; without them the installed ones are started in a temporary folder when one is first asked for.
/// </remarks>
public sealed class Servers : IAsyncDisposable
{
    /// <summary>
    /// The variable with the management API of a broker that the environment names, where it is not on the usual port.
    /// </summary>
    public const string ManagementVariable = "PORTAL_TEST_RABBITMQ_MANAGEMENT";

    private readonly Lazy<Task<OwnServers>> _own = new(OwnServers.StartAsync);
    private readonly Lazy<Task<Broker>> _broker;
    private readonly Lazy<Task<DatabaseServer>> _databases;
    private readonly ConcurrentBag<string> _virtualHostNames = [];
    private readonly ConcurrentBag<string> _databaseNames = [];

    public Servers()
    {
        _broker = new(async () => new Broker(await FindAsync(Broker.Variable), await ManagementAsync()));
        _databases = new(async () => new DatabaseServer(await FindAsync(DatabaseServer.Variable)));
    }

    /// <summary>A new virtual host.</summary>
    /// <returns>Its connection string, <c>amqp://user:password@host:port/name</c>.</returns>
    /// <exception cref="InvalidOperationException">
    /// The broker is not installed; the message has the command that installs it.
    /// </exception>
    public async Task<string> CreateVirtualHostAsync(CancellationToken cancellationToken = default)
    {
        var broker = await _broker.Value.WaitAsync(cancellationToken);
        var name = NewName("tests");
        await broker.CreateVirtualHostAsync(name, cancellationToken);
        _virtualHostNames.Add(name);
        return broker.ConnectionStringOf(name);
    }

    /// <summary>A new, empty database.</summary>
    /// <param name="name">How its name begins.</param>
    /// <returns>Its connection string, <c>Host=..;Port=..;Username=..;Password=..;Database=..</c>.</returns>
    /// <exception cref="InvalidOperationException">
    /// PostgreSQL is not installed; the message has the command that installs it.
    /// </exception>
    public async Task<string> CreateDatabaseAsync(string name = "tests", CancellationToken cancellationToken = default)
    {
        var server = await _databases.Value.WaitAsync(cancellationToken);
        var database = NewName(name);
        await server.CreateAsync(database, cancellationToken);
        _databaseNames.Add(database);
        return server.ConnectionStringOf(database);
    }

    /// <summary>Removes what was created on given servers, and stops what was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_broker.IsValueCreated && _broker.Value.IsCompletedSuccessfully)
        {
            using var broker = await _broker.Value;
            if (Given(Broker.Variable) is not null)
            {
                await broker.RemoveAsync(_virtualHostNames);
            }
        }

        if (_databases.IsValueCreated && _databases.Value.IsCompletedSuccessfully)
        {
            NpgsqlConnection.ClearAllPools();
            if (Given(DatabaseServer.Variable) is not null)
            {
                await (await _databases.Value).RemoveAsync(_databaseNames);
            }
        }

        if (_own.IsValueCreated && _own.Value.IsCompletedSuccessfully)
        {
            await (await _own.Value).DisposeAsync();
        }
    }

    private static string NewName(string prefix) => $"{prefix}_{Guid.CreateVersion7():N}";

    private static string? Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : null;

    private async Task<string> FindAsync(string variable) => Given(variable) ?? (await _own.Value).Variables[variable];

    private async Task<Uri> ManagementAsync() =>
        Given(ManagementVariable) is { } given ? new Uri(given)
        : Given(Broker.Variable) is { } broker ? Broker.UsualManagement(broker)
        : new Uri((await _own.Value).Variables[ManagementVariable]);
}
