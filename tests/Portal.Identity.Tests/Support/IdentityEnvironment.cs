using System.Security.Cryptography;
using Portal.Contracts.Accounts;
using Portal.Contracts.Agencies;
using Portal.Contracts.Identity;
using Portal.Contracts.Imports;
using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Support;

/// <summary>
/// What replicas of Identity share: a database, a virtual host, and the key that protects the signing keys.
/// </summary>
internal sealed record IdentityEnvironment(string Database, string Broker, string KeyProtection)
{
    /// <summary>What tells the time; null for the machine's own clock.</summary>
    public TimeProvider? Clock { get; init; }

    public static async Task<IdentityEnvironment> CreateAsync(Servers servers)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return new IdentityEnvironment(
            await servers.CreateDatabaseAsync("identity", cancellationToken),
            await servers.CreateVirtualHostAsync(cancellationToken),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Stands where the other services stand.</summary>
    public Task<RecordingBus> ListenAsync() => RecordingBus.StartAsync(
        Broker,
        [
            typeof(AccountChanged), typeof(AgencyChanged), typeof(ClientsImported), typeof(CodeRequested),
            typeof(SecurityNoticeRequested),
        ],
        TestContext.Current.CancellationToken);
}
