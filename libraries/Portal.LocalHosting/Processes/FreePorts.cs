using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting;

namespace Portal.LocalHosting.Processes;

/// <summary>
/// Finds ports below the range that the kernel hands to outgoing connections, so that none of them takes a port between
/// its choice and its use.
/// </summary>
public static class FreePorts
{
    private const int First = 10_240;
    private const int End = 32_000;
    private const int Tries = 200;

    private static readonly ConcurrentDictionary<int, bool> Taken = new();

    /// <summary>A port that nothing listens on and that this process has not given out before.</summary>
    /// <exception cref="DistributedApplicationException">None was found.</exception>
    public static int Next()
    {
        for (var i = 0; i < Tries; i++)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            if (IsFree(port) && Taken.TryAdd(port, true))
            {
                return port;
            }
        }

        throw new DistributedApplicationException($"No free port found between {First} and {End}.");
    }

    public static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
