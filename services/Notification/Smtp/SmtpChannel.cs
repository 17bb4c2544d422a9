using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Portal.Notification.Smtp;

/// <summary>Octets to and from the relay, each step within its time.</summary>
internal sealed class SmtpChannel : IAsyncDisposable
{
    private const int FirstCapacity = 64 * 1024;

    private readonly Socket socket;
    private readonly ArrayBufferWriter<byte> output = new(FirstCapacity);
    private Stream stream;
    private SmtpReplyReader reader;

    private SmtpChannel(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
        reader = new SmtpReplyReader(stream);
    }

    /// <summary>What the next flush will send.</summary>
    public IBufferWriter<byte> Output => output;

    /// <summary>Whether the relay has said more than it was asked, as read so far.</summary>
    public bool HasBuffered => reader.HasBuffered;

    /// <summary>Whether the relay has said something, or hung up, while nothing was asked of it.</summary>
    public bool HasSpokenUnasked => reader.HasBuffered || socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Whether the relay is this same machine.</summary>
    public bool IsLoopback => socket.RemoteEndPoint is IPEndPoint remote && IPAddress.IsLoopback(remote.Address);

    /// <summary>This machine's address on the connection.</summary>
    public IPAddress LocalAddress => ((IPEndPoint)socket.LocalEndPoint!).Address;

    /// <summary>Connects to the relay.</summary>
    public static async Task<SmtpChannel> ConnectAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await WithinAsync(timeout, token => socket.ConnectAsync(host, port, token), cancellationToken);
            return new SmtpChannel(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Protects everything from here on. What the relay had said before is not carried over.</summary>
    public async Task StartTlsAsync(SslClientAuthenticationOptions options, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var tls = new SslStream(stream);
        stream = tls;
        await WithinAsync(timeout, token => new ValueTask(tls.AuthenticateAsClientAsync(options, token)), cancellationToken);
        reader = new SmtpReplyReader(tls);
    }

    /// <summary>Adds a command to what the next flush will send.</summary>
    public void Write(string command)
    {
        if (command.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new InvalidOperationException("A command is one line.");
        }

        Encoding.UTF8.GetBytes(command, output);
        output.Write("\r\n"u8);
    }

    public async Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await WithinAsync(
            timeout,
            async token =>
            {
                await stream.WriteAsync(output.WrittenMemory, token);
                await stream.FlushAsync(token);
            },
            cancellationToken);
        output.ResetWrittenCount();
    }

    public async Task<SmtpReply> ReadAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        SmtpReply? reply = null;
        await WithinAsync(timeout, async token => reply = await reader.ReadAsync(token), cancellationToken);
        return reply!;
    }

    /// <summary>Sends one command and waits for its reply.</summary>
    public async Task<SmtpReply> AskAsync(string command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Write(command);
        await FlushAsync(timeout, cancellationToken);
        return await ReadAsync(timeout, cancellationToken);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static async Task WithinAsync(
        TimeSpan timeout, Func<CancellationToken, ValueTask> step, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            await step(deadline.Token);
        }
        catch (OperationCanceledException silence) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpProtocolException($"The relay did not answer within {timeout.TotalSeconds:0.#} seconds.", silence);
        }
        catch (AuthenticationException untrusted)
        {
            throw new SmtpProtocolException($"TLS with the relay failed: {untrusted.Message}", untrusted);
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            throw new SmtpProtocolException($"The connection to the relay broke: {broken.Message}", broken);
        }
    }
}
