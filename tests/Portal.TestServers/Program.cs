using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Testing;
using Portal.TestServers;
using Portal.TestServers.Containers;

if (ContainerOptions.AreAskedFor(args))
{
    return await ContainerRun.RunAsync(args);
}

// Starts a broker and a database server, writes to the named file the variables that lead tests to them, and stops both
// when it is told to end.
if (args is not [var file])
{
    await Console.Error.WriteLineAsync("Name the file to write the variables to.");
    return 2;
}

var builder = DistributedApplicationTestingBuilder.Create();
builder.AddRabbitMQ("rabbitmq").WithManagementPlugin();
builder.AddPostgres("postgres");
await using var servers = await builder.BuildAsync();
try
{
    await servers.StartAsync();
    var stopping = servers.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    await servers.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq", stopping);
    await servers.ResourceNotifications.WaitForResourceHealthyAsync("postgres", stopping);
    await EnvironmentFile.WriteAsync(
        file,
        [
            new("ConnectionStrings__rabbitmq", (await servers.GetConnectionStringAsync("rabbitmq", stopping))!),
            new(Servers.ManagementVariable, servers.GetEndpoint("rabbitmq", "management").ToString()),
            new("ConnectionStrings__postgres", (await servers.GetConnectionStringAsync("postgres", stopping))!),
        ],
        stopping);
    await servers.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (DistributedApplicationException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Told to end before the servers were ready.
    return 0;
}
