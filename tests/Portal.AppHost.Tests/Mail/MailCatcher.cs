using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Text.Json;
using Portal.LocalHosting.Processes;
using Portal.Testing.Waiting;

namespace Portal.AppHost.Tests.Mail;

/// <summary>The mail catcher as the app host starts it, with one mail in it.</summary>
public sealed class MailCatcher : IAsyncLifetime
{
    /// <summary>What stands in the mail and is nobody else's to know.</summary>
    public const string Code = "48151623";

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory();
    private Process _process = null!;

    internal int SmtpPort { get; private set; }

    internal int WebPort { get; private set; }

    internal int ProcessId => _process.Id;

    internal HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public async ValueTask InitializeAsync()
    {
        (SmtpPort, WebPort) = (FreePorts.Next(), FreePorts.Next());
        Client.BaseAddress = new Uri($"http://127.0.0.1:{WebPort.ToString(CultureInfo.InvariantCulture)}");
        _process = Process.Start(new ProcessStartInfo("node", "mail-catcher.js")
        {
            WorkingDirectory = Path.Combine(HostSettings.Folder, "../eng/assets"),
            Environment =
            {
                ["MAIL_SMTP_PORT"] = SmtpPort.ToString(CultureInfo.InvariantCulture),
                ["MAIL_WEB_PORT"] = WebPort.ToString(CultureInfo.InvariantCulture),
                ["TMPDIR"] = _temporary.FullName,
            },
        })!;
        await UntilAsync(
            async () => (await Client.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode);
        await SendAsync($"Your code is {Code}");
        await UntilAsync(async () => (await Client.GetFromJsonAsync<JsonElement>("/email")).GetArrayLength() == 1);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _temporary.Delete(recursive: true);
    }

    internal async Task SendAsync(string text)
    {
        using var smtp = new SmtpClient("127.0.0.1", SmtpPort);
        using var mail = new MailMessage("portal@portal.example", "client@client.example", "Your sign-in", text);
        await smtp.SendMailAsync(mail, TestContext.Current.CancellationToken);
    }

    private Task UntilAsync(Func<Task<bool>> condition) => Eventually.TrueAsync(
        async () =>
        {
            Assert.False(_process.HasExited, "The mail catcher ended; 'npm ci' in eng/assets brings what it needs.");
            try
            {
                return await condition();
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
                return false;
            }
        },
        TestContext.Current.CancellationToken,
        "the mail catcher");
}
