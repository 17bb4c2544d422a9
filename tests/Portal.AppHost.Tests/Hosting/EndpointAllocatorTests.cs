using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Portal.AppHost.Native.Orchestration;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Tests.Hosting;

public sealed class EndpointAllocatorTests
{
    private readonly EndpointAllocator _allocator = new(new FreePorts(), randomize: false);

    [Fact]
    public async Task Each_replica_has_a_port_of_its_own_and_all_are_told_to_who_refers_to_them()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var service = builder.AddResource(new ProjectResource("policy")).WithHttpEndpoint().WithReplicas(2);
        var caller = builder.AddResource(new ProjectResource("gateway")).WithReference(service);

        _allocator.Allocate(service.Resource);

        var environment = await Described.EnvironmentOfAsync(caller.Resource);
        var first = new Uri(environment["services__policy__http__0"]);
        var second = new Uri(environment["services__policy__http__1"]);
        Assert.Equal("127.0.0.1", first.Host);
        Assert.NotEqual(first.Port, second.Port);
        Assert.False(environment.ContainsKey("services__policy__http__2"));
    }

    [Fact]
    public async Task People_are_given_a_name_to_reach_an_external_endpoint()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var gateway = builder.AddResource(new ProjectResource("gateway")).WithHttpEndpoint().WithExternalHttpEndpoints();

        _allocator.Allocate(gateway.Resource);

        Assert.StartsWith("http://localhost:", gateway.GetEndpoint("http").Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var gateway = builder.AddResource(new ProjectResource("gateway")).WithHttpEndpoint(port);

        var problem = Assert.Throws<DistributedApplicationException>(() => _allocator.Allocate(gateway.Resource));

        Assert.Equal($"Port {port} for 'gateway' is in use by another program; stop that one or choose another port.", problem.Message);
    }
}
