using System.Net;
using System.Net.Sockets;

namespace Portal.Testing;

/// <summary>
/// Finds a port for what cannot choose one itself. The app host has a finder of its own, which would bring Aspire to
/// every test.
/// </summary>
public static class FreePort
{
    /// <summary>A port of this machine that nothing listened on a moment ago.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
