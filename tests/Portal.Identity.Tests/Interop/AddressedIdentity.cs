using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Portal.Contracts;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Interop;

/// <summary>Identity whose issuer is the very address at which it answers, with a partner client of each kind, and a client of the agency.</summary>
public sealed class AddressedIdentity(Servers servers) : IAsyncLifetime
{
    private RecordingBus _bus = null!;

    internal IdentityHost Host { get; private set; } = null!;

    /// <summary>The issuer.</summary>
    public string Issuer { get; } = $"http://127.0.0.1:{FreePort()}";

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
        var surroundings = await Surroundings.CreateAsync(servers);
        _bus = await surroundings.ListenAsync();
        Host = await IdentityHost.StartAsync(surroundings, ("Identity:Issuer", Issuer), ("Urls", Issuer));
        var admin = new PartnerAdmin(Host, IdentityHost.DemoAgency);
        SecretClient = await admin.CreateAsync();
        KeyClient = await admin.CreateWithKeyAsync(JsonWebKey.Of(Key));
        var order = Some.Order(IdentityHost.DemoAgency, Some.Row(Some.Ref()));
        await _bus.SendAsync(order, ImportClients.Queue, TestContext.Current.CancellationToken);
        var imported = await _bus.FirstAsync<ClientsImported>(one => one.ImportId == order.ImportId, TestContext.Current.CancellationToken);
        Account = imported.Clients[0].AccountId;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _bus.DisposeAsync();
        Key.Dispose();
    }

    // The issuer's name is part of what is checked, so the address must be known before the start.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
