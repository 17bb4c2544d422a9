using System.Buffers.Text;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Interop;

/// <summary>The provider as openid-client and jose see it, which nobody here wrote.</summary>
public sealed class InteropTests(AddressedIdentity identity) : IClassFixture<AddressedIdentity>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Root = typeof(InteropTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "InteropRoot").Value!;

    [Fact]
    public async Task Openid_client_and_jose_complete_everything_that_a_partner_does()
    {
        var (exit, said) = await RunAsync(new Dictionary<string, string>
        {
            ["ISSUER"] = identity.Issuer,
            ["SECRET_CLIENT"] = $"{identity.SecretClient.Id}:{identity.SecretClient.Secret}",
            ["KEY_CLIENT"] = identity.KeyClient,
            ["KEY_JWK"] = PrivateJwk(identity.Key),
            ["ACCOUNT"] = identity.Account.ToString(),
        });

        Assert.True(exit == 0, said);
        Assert.EndsWith("done", said.Trim(), StringComparison.Ordinal);
        Assert.Equal(3, said.Split("token exchange").Length - 1);
    }

    private static string PrivateJwk(ECDsa key)
    {
        var shown = JsonWebKey.Of(key);
        var secret = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return JsonSerializer.Serialize(
            new { kty = "EC", crv = "P-256", x = shown.X, y = shown.Y, kid = shown.Kid, d = secret });
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
