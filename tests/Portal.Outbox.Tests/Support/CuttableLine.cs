using System.Net;
using System.Net.Sockets;

namespace Portal.Outbox.Tests.Support;

/// <summary>
/// A TCP line to the broker that can be cut and mended: connections break as they do when a broker is killed, and new
/// ones are refused until it is mended.
/// </summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly IPEndPoint _end;
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting = Task.CompletedTask;

    public CuttableLine(string broker)
    {
        var uri = new UriBuilder(broker);
        (_host, _port) = (uri.Host, uri.Port);
        Accept();
        _end = (IPEndPoint)_listener.LocalEndpoint;
        (uri.Host, uri.Port) = (_end.Address.ToString(), _end.Port);
        Broker = uri.Uri.ToString();
    }

    /// <summary>AMQP URI of the broker at the end of the line.</summary>
    public string Broker { get; }

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
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut; both ends learn it below.
        }

        from.Dispose();
        to.Dispose();
    }
}
