using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Notification.Tests.Support;

/// <summary>
/// A mail relay on this machine that answers as a test tells it to. What the test does not script is answered as a
/// well-behaved relay would.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    /// <summary>Asked for the greeting; not a command of the client.</summary>
    public const string Greeting = "(greeting)";

    /// <summary>Asked after the first line of a message's content; not a command of the client.</summary>
    public const string Content = "(content)";

    /// <summary>Asked at the line that ends a message; not a command of the client.</summary>
    public const string End = "(end)";

    /// <summary>Answer that hangs up instead.</summary>
    public const string HangUp = "(hang up)";

    /// <summary>Answer that never comes.</summary>
    public const string Silence = "(silence)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;

    public Relay()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lines after the first in the answer to EHLO.</summary>
    public string[] Offers { get; init; } = ["PIPELINING", "8BITMIME", "SIZE 20000000"];

    /// <summary>Offers once TLS protects the connection.</summary>
    public string[]? OffersInTls { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public bool TlsFromTheStart { get; init; }

    /// <summary>Answer to a command, or null for the usual one. May be of several lines.</summary>
    public Func<string, string?> Script { get; set; } = _ => null;

    /// <summary>What a session waits for before it carries a command out; it holds no thread meanwhile.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Everything clients said, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Messages that were accepted, with the dots as the sender meant them.</summary>
    public ConcurrentQueue<byte[]> Accepted { get; } = [];

    /// <summary>Messages that were ended, accepted or not.</summary>
    public ConcurrentQueue<byte[]> Offered { get; } = [];

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Most commands that arrived without waiting for an answer.</summary>
    public int LongestPipeline { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _sessions.Add(ServeAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await new RelaySession(this, client.GetStream(), _stop.Token).RunAsync();
            }
            catch (Exception end) when (
                end is IOException or OperationCanceledException
                    or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up, distrusts the certificate, or the test is over.
            }
        }
    }

    internal async Task<SslStream> ProtectAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        return tls;
    }
}
