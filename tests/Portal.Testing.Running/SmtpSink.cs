using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Testing.Running;

/// <summary>
/// A real SMTP server that accepts everything: smtp-sink of postfix. It keeps each message in a file, or none.
/// </summary>
public sealed class SmtpSink : IDisposable
{
    private const string Program = "/usr/sbin/smtp-sink";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly string _folder;

    private SmtpSink(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<SmtpSink> StartAsync(bool keep, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("smtp-sink is missing; install it with: apt-get install -y postfix");
        }

        var folder = Directory.CreateTempSubdirectory("portal-mail-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }

        var port = FreePort();
        var start = new ProcessStartInfo(Program) { WorkingDirectory = folder, RedirectStandardError = true };
        string[] user = Environment.UserName == "root" ? ["-u", "nobody"] : [];
        string[] store = keep ? ["-d", "mail."] : [];
        foreach (var argument in (string[])[.. user, .. store, $"127.0.0.1:{port}", "128"])
        {
            start.ArgumentList.Add(argument);
        }

        var sink = new SmtpSink(Process.Start(start)!, folder, port);
        await sink.WaitUntilItAnswersAsync(cancellationToken);
        return sink;
    }

    /// <summary>Everything received so far, in no order.</summary>
    public IReadOnlyList<SunkMail> Received() =>
        [.. Directory.EnumerateFiles(_folder, "mail.*").Select(SunkMail.Read).OfType<SunkMail>()];

    /// <summary>Waits for a mail to an address and takes it away, so that nobody reads it twice.</summary>
    public async Task<SunkMail> TakeAsync(string recipient, Func<SunkMail, bool> wanted, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            foreach (var file in Directory.EnumerateFiles(_folder, "mail.*"))
            {
                if (SunkMail.Read(file) is { } mail && mail.Recipient == recipient && wanted(mail))
                {
                    File.Delete(file);
                    return mail;
                }
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new TimeoutException($"The mail to {recipient} did not come in {Patience}.");
    }

    /// <summary>Forgets what was received so far.</summary>
    public void Empty()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "mail.*"))
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
                return;
            }
            catch (SocketException) when (tries < 100 && !_process.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
