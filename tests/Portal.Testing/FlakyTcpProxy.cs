using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Portal.Testing;

/// <summary>
/// A TCP line to a server that can be cut and mended: connections break as they do when a server is killed, and new
/// ones are refused until it is mended.
/// </summary>
public sealed class FlakyTcpProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly IPEndPoint _end;
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting = Task.CompletedTask;

    private FlakyTcpProxy(string host, int port)
    {
        (_host, _port) = (host, port);
        Accept();
        _end = (IPEndPoint)_listener.LocalEndpoint;
    }

    /// <summary>A line to the broker.</summary>
    /// <param name="uri">AMQP URI of the broker.</param>
    /// <param name="through">AMQP URI of the same, through the line.</param>
    public static FlakyTcpProxy ToBroker(string uri, out string through)
    {
        var address = new UriBuilder(uri);
        var line = new FlakyTcpProxy(address.Host, address.Port);
        (address.Host, address.Port) = (line._end.Address.ToString(), line._end.Port);
        through = address.Uri.ToString();
        return line;
    }

    /// <summary>A line to the database server.</summary>
    /// <param name="settings">Connection string of a database.</param>
    /// <param name="through">Connection string of the same, through the line.</param>
    public static FlakyTcpProxy ToDatabase(string settings, out string through)
    {
        var address = new NpgsqlConnectionStringBuilder(settings);
        var line = new FlakyTcpProxy(address.Host!, address.Port);
        (address.Host, address.Port) = (line._end.Address.ToString(), line._end.Port);
        through = address.ConnectionString;
        return line;
    }

    /// <summary>Breaks what is open and refuses what comes.</summary>
    public async Task CutAsync()
    {
        _listener.Stop();
        await _accepting;
        lock (_open)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        _listener = new TcpListener(_end);
        Accept();
    }

    public async ValueTask DisposeAsync() => await CutAsync();

    private void Accept()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var near = await _listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(_host, _port);
                lock (_open)
                {
                    _open.AddRange([near, far]);
                }

                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception exception) when (
            exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut; both ends learn it below.
        }

        from.Dispose();
        to.Dispose();
    }
}
