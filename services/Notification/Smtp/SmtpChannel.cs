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

    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly ArrayBufferWriter<byte> _output = new(FirstCapacity);
    private Stream _stream;
    private SmtpReplyReader _reader;

    private SmtpChannel(Socket socket, TimeProvider time)
    {
        _socket = socket;
        _time = time;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new SmtpReplyReader(_stream);
    }

    /// <summary>What the next flush will send.</summary>
    public IBufferWriter<byte> Output => _output;

    /// <summary>Whether the relay has said more than it was asked, as read so far.</summary>
    public bool HasBuffered => _reader.HasBuffered;

    /// <summary>Whether the relay has said something, or hung up, while nothing was asked of it.</summary>
    public bool HasSpokenUnasked => _reader.HasBuffered || _socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Whether the relay is this same machine.</summary>
    public bool IsLoopback => _socket.RemoteEndPoint is IPEndPoint remote && IPAddress.IsLoopback(remote.Address);

    /// <summary>This machine's address on the connection.</summary>
    public IPAddress LocalAddress => ((IPEndPoint)_socket.LocalEndPoint!).Address;

    /// <summary>Connects to the relay.</summary>
    public static async Task<SmtpChannel> ConnectAsync(
        string host, int port, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await WithinAsync(timeout, time, token => socket.ConnectAsync(host, port, token), cancellationToken);
            return new SmtpChannel(socket, time);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Protects everything from here on. What the relay had said before is not carried over.</summary>
    public async Task StartTlsAsync(
        SslClientAuthenticationOptions options, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await WithinAsync(
            timeout, _time, token => new ValueTask(tls.AuthenticateAsClientAsync(options, token)), cancellationToken);
        _reader = new SmtpReplyReader(tls);
    }

    /// <summary>Adds a command to what the next flush will send.</summary>
    public void Write(string command)
    {
        if (command.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new InvalidOperationException("A command is one line.");
        }

        Encoding.UTF8.GetBytes(command, _output);
        _output.Write("\r\n"u8);
    }

    public async Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await WithinAsync(
            timeout,
            _time,
            async token =>
            {
                await _stream.WriteAsync(_output.WrittenMemory, token);
                await _stream.FlushAsync(token);
            },
            cancellationToken);
        _output.ResetWrittenCount();
    }

    public async Task<SmtpReply> ReadAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        SmtpReply? reply = null;
        await WithinAsync(timeout, _time, async token => reply = await _reader.ReadAsync(token), cancellationToken);
        return reply!;
    }

    /// <summary>Sends one command and waits for its reply.</summary>
    public async Task<SmtpReply> AskAsync(string command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Write(command);
        await FlushAsync(timeout, cancellationToken);
        return await ReadAsync(timeout, cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task WithinAsync(
        TimeSpan timeout,
        TimeProvider time,
        Func<CancellationToken, ValueTask> step,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await step(either.Token);
        }
        catch (OperationCanceledException silence) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpProtocolException(
                $"The relay did not answer within {timeout.TotalSeconds:0.#} seconds.", silence);
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
