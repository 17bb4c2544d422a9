using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;

namespace Portal.AppHost.Tests.Running;

public sealed class PortTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var builder = SmallSystem.Describe(out _);
        builder.AddExecutable("worker", "sleep", "/tmp", "1000").WithHttpEndpoint(port, isProxied: false);
        await using var application = builder.Build();

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => application.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            $"Port {port} for 'worker' is in use by another program; stop that one or choose another port.",
            problem.Message);
    }
}
