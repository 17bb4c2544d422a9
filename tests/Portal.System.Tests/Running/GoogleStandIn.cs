using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Testing;

namespace Portal.SystemTests.Running;

/// <summary>
/// oidc-provider standing in for Google, and a person who signs in there. Its script lies with Identity's tests.
/// </summary>
internal sealed class GoogleStandIn : IAsyncDisposable
{
    private const string ClientId = "portal";
    private const string ClientSecret = "a-secret-between-the-portal-and-its-provider";

    private readonly string _address = $"http://127.0.0.1:{FreePort.Next()}";
    private Process? _process;

    /// <summary>Settings of the app host that make the portal its client.</summary>
    public string[] Settings =>
        [$"--Google:Authority={_address}", $"--Google:ClientId={ClientId}", $"--Google:ClientSecret={ClientSecret}"];

    /// <summary>Starts it once the portal has an address, which it has to know beforehand.</summary>
    public async Task StartAsync(Uri portal, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            InteropScript.Of("google.mjs"), $"{new Uri(_address).Port}", ClientId, ClientSecret,
            $"{portal}sign-in/google/callback",
        ];
        _process = Process.Start(
            new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line && line != "ready")
        {
        }

        if (_process.HasExited)
        {
            throw new InvalidOperationException(
                $"node {arguments[0]} ended; build Portal.Identity.Tests, which restores its packages.");
        }
    }

    /// <summary>Gives somebody an account there.</summary>
    /// <param name="subject">What the person types to sign in.</param>
    /// <param name="email">Address of the account, verified.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task KnowAsync(string subject, string email, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        Assert.Equal("kept", await http.GetStringAsync(
            $"{_address}/accounts?sub={subject}&email={Uri.EscapeDataString(email)}&verified=true", cancellationToken));
    }

    /// <summary>Signs in on the page to which the portal has led, and lets it tell the portal.</summary>
    public async Task SignInAsync(IPage page, string subject)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(_address)));
        await page.Locator("[name=login]").FillAsync(subject);
        await page.Locator("[name=password]").FillAsync("any");
        await page.Locator("[type=submit]").ClickAsync();
        await page.Locator("button[autofocus]").ClickAsync();
    }

    /// <summary>What is wrong with a window that was sent here on purpose.</summary>
    public IEnumerable<string> Apart(IEnumerable<string> faults) =>
        faults.Where(fault => !fault.StartsWith($"elsewhere: {_address}/", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
