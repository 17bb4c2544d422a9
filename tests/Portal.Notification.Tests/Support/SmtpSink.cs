using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Notification.Tests.Support;

/// <summary>Postfix's smtp-sink: a relay that somebody else wrote. Keeps what it accepts, one file a message.</summary>
internal sealed class SmtpSink : IDisposable
{
    private const string Program = "/usr/sbin/smtp-sink";

    private readonly Process process;
    private readonly string folder;

    private SmtpSink(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<SmtpSink> StartAsync(CancellationToken cancellationToken, bool keep = true)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("smtp-sink is missing; install it with: apt-get install -y postfix");
        }

        var folder = Directory.CreateTempSubdirectory("notification-sink-").FullName;
        var port = FreePort();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "root"] : [];
        string[] dump = keep ? ["-d", "mail."] : [];
        var start = new ProcessStartInfo(Program, [.. user, .. dump, $"127.0.0.1:{port}", "100"]) { WorkingDirectory = folder };
        var sink = new SmtpSink(Process.Start(start)!, folder, port);
        await Eventually.TrueAsync(sink.AnswersAsync, cancellationToken);
        return sink;
    }

    /// <summary>
    /// What was accepted, as it was sent. The sink puts the envelope before it, in fields that begin with X-, and a field
    /// Received.
    /// </summary>
    public IReadOnlyList<byte[]> Accepted() => [.. Directory.GetFiles(folder, "mail.*").Select(file =>
    {
        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
        return System.Text.Encoding.Latin1.GetBytes(
            text[text.IndexOf("Date: ", StringComparison.Ordinal)..].TrimEnd('\n').ReplaceLineEndings("\r\n") + "\r\n");
    })];

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
