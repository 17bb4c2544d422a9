using Portal.Testing.Messages;
using Portal.Testing.Tokens;

namespace Portal.Testing.Services;

/// <summary>
/// What all replicas of a service under test share: a virtual host and a database of its own, an issuer whose tokens it
/// accepts, a bus where the other services stand, and stand-ins for those that it calls.
/// </summary>
public sealed class Surroundings : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _standIns = [];

    private Surroundings(string broker, string database, TestIssuer issuer, RecordingBus bus) =>
        (Broker, Database, Issuer, Bus) = (broker, database, issuer, bus);

    /// <summary>Connection string of the virtual host.</summary>
    public string Broker { get; }

    /// <summary>Connection string of the database.</summary>
    public string Database { get; }

    public TestIssuer Issuer { get; }

    public RecordingBus Bus { get; }

    /// <summary>What a replica is told when it starts.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Makes them, before the first replica of the service.</summary>
    /// <param name="servers">Where the virtual host and the database are made.</param>
    /// <param name="service">The service's name in its connection string: <c>policy</c> of <c>policydb</c>.</param>
    /// <param name="recorded">Messages of which the bus keeps what the service lets out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Surroundings> CreateAsync(
        Servers servers, string service, IReadOnlyCollection<Type> recorded, CancellationToken cancellationToken)
    {
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        var database = await servers.CreateDatabaseAsync(service, cancellationToken);
        var bus = await RecordingBus.StartAsync(broker, recorded, cancellationToken);
        var surroundings = new Surroundings(broker, database, await TestIssuer.StartAsync(), bus);
        surroundings.Set(surroundings.Issuer.Settings);
        surroundings.Settings["ConnectionStrings:rabbitmq"] = broker;
        surroundings.Settings[$"ConnectionStrings:{service}db"] = database;
        return surroundings;
    }

    /// <summary>Sets many settings at once.</summary>
    public void Set(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        foreach (var (key, value) in settings)
        {
            Settings[key] = value;
        }
    }

    /// <summary>Takes a stand-in for another service, which ends with the rest.</summary>
    /// <returns>The stand-in.</returns>
    public T Keep<T>(T standIn)
        where T : IAsyncDisposable
    {
        _standIns.Add(standIn);
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.DisposeAsync();
        foreach (var standIn in _standIns)
        {
            await standIn.DisposeAsync();
        }

        await Issuer.DisposeAsync();
    }
}
