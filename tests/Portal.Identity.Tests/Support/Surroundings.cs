using System.Security.Cryptography;
using Portal.Contracts;
using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Support;

/// <summary>What replicas of Identity share: a database, a virtual host, and the key that protects the signing keys.</summary>
internal sealed record Surroundings(string Database, string Broker, string KeyProtection)
{
    /// <summary>What tells the time; null for the machine's own clock.</summary>
    public TimeProvider? Clock { get; init; }

    public static async Task<Surroundings> CreateAsync(Servers servers)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return new Surroundings(
            await servers.CreateDatabaseAsync("identity", cancellationToken),
            await servers.CreateVirtualHostAsync(cancellationToken),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Stands where the other services stand.</summary>
    public Task<RecordingBus> ListenAsync() => RecordingBus.StartAsync(
        Broker,
        [typeof(AccountChanged), typeof(AgencyChanged), typeof(ClientsImported), typeof(CodeRequested), typeof(SecurityNoticeRequested)],
        TestContext.Current.CancellationToken);
}
