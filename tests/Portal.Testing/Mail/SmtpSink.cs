using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Testing.Waiting;

namespace Portal.Testing.Mail;

/// <summary>
/// A mail server that somebody else wrote and that accepts everything: smtp-sink of Postfix. It keeps each message in a
/// file, or none.
/// </summary>
public sealed class SmtpSink : IDisposable
{
    private const string Program = "/usr/sbin/smtp-sink";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly string _folder;

    private SmtpSink(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    private IEnumerable<string> Files => Directory.EnumerateFiles(_folder, "mail.*");

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="keep">Whether messages are kept.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or ended at once.</exception>
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

        var port = FreePort.Next();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        string[] store = keep ? ["-d", "mail."] : [];
        var process = Process.Start(new ProcessStartInfo(Program, [.. user, .. store, $"127.0.0.1:{port}", "128"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        })!;
        var sink = new SmtpSink(process, folder, port);
        await Eventually.TrueAsync(() => sink.AnswersAsync(cancellationToken), cancellationToken);
        return sink;
    }

    /// <summary>Everything received so far, in no order, without what is still being written.</summary>
    public IReadOnlyList<SunkMail> Received() => [.. Files.Select(SunkMail.Read).OfType<SunkMail>()];

    /// <summary>
    /// The messages themselves, byte by byte as they were sent. The sink puts the envelope before them, in fields that
    /// begin with X-, and a field Received.
    /// </summary>
    public IReadOnlyList<byte[]> Messages() => [.. Files.Select(file =>
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        return Encoding.Latin1.GetBytes(
            text[text.IndexOf("Date: ", StringComparison.Ordinal)..].TrimEnd('\n').ReplaceLineEndings("\r\n") + "\r\n");
    })];

    /// <summary>Waits for a mail to an address and takes it away, so that nobody reads it twice.</summary>
    /// <exception cref="TimeoutException">It did not come within four minutes.</exception>
    public async Task<SunkMail> TakeAsync(
        string recipient, Func<SunkMail, bool> wanted, CancellationToken cancellationToken) =>
        (await Eventually.GetAsync(
            () => Take(recipient, wanted),
            taken => taken is not null,
            cancellationToken,
            $"the mail to {recipient}",
            Patience,
            Interval))!;

    /// <summary>Forgets what was received so far.</summary>
    public void Empty()
    {
        foreach (var file in Files)
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

    private SunkMail? Take(string recipient, Func<SunkMail, bool> wanted)
    {
        foreach (var file in Files)
        {
            if (SunkMail.Read(file) is { } mail && mail.Recipient == recipient && wanted(mail))
            {
                File.Delete(file);
                return mail;
            }
        }

        return null;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            return true;
        }
        catch (SocketException) when (!_process.HasExited)
        {
            return false;
        }
    }
}
