using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Testing;

namespace Portal.Identity.Tests.Google;

/// <summary>oidc-provider as a process of its own, and a person who signs in there with a browser.</summary>
internal sealed partial class GoogleMockServer : IAsyncDisposable
{
    public const string ClientId = "portal";
    public const string ClientSecret = "a-secret-between-the-portal-and-its-provider";

    private readonly Process _process;
    private readonly Uri _address;

    private GoogleMockServer(Process process, Uri address) => (_process, _address) = (process, address);

    /// <summary>Settings that make Identity a client of this provider.</summary>
    public (string, string?)[] Settings =>
        [
            ("Google:Authority", _address.GetLeftPart(UriPartial.Authority)), ("Google:ClientId", ClientId),
            ("Google:ClientSecret", ClientSecret),
        ];

    public static async Task<GoogleMockServer> StartAsync(string redirectUri)
    {
        var root = typeof(GoogleMockServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "InteropRoot").Value!;
        var port = FreePort.Next();
        var process = Process.Start(
            new ProcessStartInfo(
                "node", [Path.Combine(root, "google.mjs"), $"{port}", ClientId, ClientSecret, redirectUri])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && line != "ready")
        {
        }

        return process.HasExited
            ? throw new InvalidOperationException(
                $"node {root}/google.mjs ended; restore its packages with: npm ci --prefix {root}")
            : new GoogleMockServer(process, new Uri($"http://127.0.0.1:{port}/"));
    }

    /// <summary>
    /// Follows the portal's redirect, signs in, and comes back with the address that the browser is sent to.
    /// </summary>
    public async Task<Uri> VisitAsync(string location, string subject, string email, bool isVerified = true)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = _address };
        var account =
            $"accounts?sub={subject}&email={Uri.EscapeDataString(email)}&verified={(isVerified ? "true" : "false")}";
        Assert.Equal("kept", await client.GetStringAsync(account, TestContext.Current.CancellationToken));
        var (at, form) = (new Uri(location), (Dictionary<string, string>?)null);
        for (var i = 0; i < 20; i++)
        {
            using var response = form is null
                ? await client.GetAsync(at, TestContext.Current.CancellationToken)
                : await client.PostAsync(at, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
            form = null;
            if (response.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                if (at.Authority != _address.Authority)
                {
                    return at;
                }

                continue;
            }

            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, page);
            at = new Uri(at, Action().Match(page).Groups[1].Value);
            form = page.Contains("name=\"login\"", StringComparison.Ordinal)
                ? new() { ["prompt"] = "login", ["login"] = subject, ["password"] = "any" }
                : new() { ["prompt"] = "consent" };
        }

        throw new InvalidOperationException("The provider leads round in circles.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
