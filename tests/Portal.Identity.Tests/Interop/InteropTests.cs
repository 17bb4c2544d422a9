using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Contracts;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;

namespace Portal.Identity.Tests.Interop;

/// <summary>The provider as openid-client and jose see it, which nobody here wrote.</summary>
public sealed class InteropTests(Servers servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Root = typeof(InteropTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "InteropRoot").Value!;

    [Fact]
    public async Task Openid_client_and_jose_complete_everything_that_a_partner_does()
    {
        var surroundings = await Surroundings.CreateAsync(servers);
        await using var bus = await surroundings.ListenAsync();
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var host = await IdentityHost.StartAsync(surroundings, ("Identity:Issuer", address), ("Urls", address));
        var admin = new PartnerAdmin(host, IdentityHost.DemoAgency);
        var (id, secret) = await admin.CreateAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var order = Some.Order(IdentityHost.DemoAgency, Some.Row(Some.Ref()));
        await bus.SendAsync(order, "identity-import-clients", TestContext.Current.CancellationToken);
        var imported = await bus.FirstAsync<ClientsImported>(one => one.ImportId == order.ImportId, TestContext.Current.CancellationToken);

        var (exit, said) = await RunAsync(new Dictionary<string, string>
        {
            ["ISSUER"] = address,
            ["SECRET_CLIENT"] = $"{id}:{secret}",
            ["KEY_CLIENT"] = await KeyClientAsync(admin, key),
            ["KEY_JWK"] = PrivateJwk(key),
            ["ACCOUNT"] = imported.Clients[0].AccountId.ToString(),
        });

        Assert.True(exit == 0, said);
        Assert.EndsWith("done", said.Trim(), StringComparison.Ordinal);
        Assert.Equal(3, said.Split("token exchange").Length - 1);
    }

    private static async Task<string> KeyClientAsync(PartnerAdmin admin, ECDsa key)
    {
        using var made = await admin.SendAsync(
            HttpMethod.Post, "", new { name = "Key partner", scopes = PartnerAdmin.Reading, authentication = "private_key_jwt" });
        var id = (await made.JsonAsync(HttpStatusCode.Created)).GetProperty("client").GetProperty("id").GetString()!;
        using var set = await admin.SendAsync(HttpMethod.Put, $"/{id}/keys", new { keys = new[] { JsonWebKey.Of(key) } });
        await set.JsonAsync();
        return id;
    }

    private static string PrivateJwk(ECDsa key)
    {
        var shown = JsonWebKey.Of(key);
        var secret = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return JsonSerializer.Serialize(new { kty = "EC", crv = "P-256", x = shown.X, y = shown.Y, kid = shown.Kid, d = secret });
    }

    // The issuer's name is part of what is checked, so the address must be known before the start.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(int Exit, string Said)> RunAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Root, "interop.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
