using System.Security.Cryptography;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Interop;

/// <summary>
/// Identity whose issuer is the very address at which it answers, with a partner client of each kind, and a client of
/// the agency.
/// </summary>
public sealed class AddressedIdentity(Servers servers) : IAsyncLifetime
{
    private RecordingBus _bus = null!;

    internal IdentityHost Host { get; private set; } = null!;

    /// <summary>The issuer.</summary>
    public string Issuer { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>A client that proves itself by a secret.</summary>
    public (string Id, string Secret) SecretClient { get; private set; }

    /// <summary>A client that proves itself by <see cref="Key"/>.</summary>
    public string KeyClient { get; private set; } = "";

    /// <summary>The private key of <see cref="KeyClient"/>.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>An account of the clients' agency.</summary>
    public Guid Account { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);
        _bus = await environment.ListenAsync();
        Host = await IdentityHost.StartAsync(environment, ("Identity:Issuer", Issuer), ("Urls", Issuer));
        var admin = new PartnerAdmin(Host, IdentityHost.DemoAgency);
        SecretClient = await admin.CreateAsync();
        KeyClient = await admin.CreateWithKeyAsync(JsonWebKey.Of(Key));
        var order = Some.Order(IdentityHost.DemoAgency, Some.Row(Some.Ref()));
        await _bus.SendAsync(order, ImportClientsCommand.Queue, TestContext.Current.CancellationToken);
        var imported = await _bus.FirstAsync<ClientsImported>(
            one => one.ImportId == order.ImportId, TestContext.Current.CancellationToken);
        Account = imported.Clients[0].AccountId;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _bus.DisposeAsync();
        Key.Dispose();
    }
}
