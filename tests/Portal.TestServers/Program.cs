using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.LocalHosting;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Servers;
using Portal.TestServers;
using Portal.TestServers.Containers;

if (ContainerOptions.AreAskedFor(args))
{
    return await ContainerRun.RunAsync(args);
}

// Starts a broker and a database server, writes to the named file the variables that lead tests to them, and stops both
// when it is told to end; with --until-input-ends also when its standard input does, as it does when whoever started it
// dies.
if (args is not [var file, .. var rest] || rest is not ([] or ["--until-input-ends"]))
{
    await Console.Error.WriteLineAsync(
        "Name the file to write the variables to, and --until-input-ends where that is to end them.");
    return 2;
}

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
{
    Args =
    [
        "--environment=Development", $"--contentRoot={AppContext.BaseDirectory}", "--Logging:LogLevel:Default=Warning",
    ],
    DisableDashboard = true,
});
var data = new DataFolder(TemporaryDataFolder.NewPath(), isDiscarded: true);
builder.UseDataFolder(data);
var rabbitmq = builder.AddLocalRabbitMQ("rabbitmq", data).Resource;
var postgres = builder.AddLocalPostgres("postgres", data).Resource;
await using var servers = builder.Build();
try
{
    var lifetime = servers.Services.GetRequiredService<IHostApplicationLifetime>();
    var stopping = lifetime.ApplicationStopping;
    if (rest.Length > 0)
    {
        // Reading the console blocks its thread, whichever method is called.
        _ = Task.Run(Console.In.ReadToEnd, stopping)
            .ContinueWith(_ => lifetime.StopApplication(), TaskScheduler.Default);
    }

    await servers.StartAsync(stopping);
    await servers.ResourceNotifications.WaitForResourceHealthyAsync(rabbitmq.Name, stopping);
    await servers.ResourceNotifications.WaitForResourceHealthyAsync(postgres.Name, stopping);
    await EnvironmentFile.WriteAsync(
        file,
        [
            new(ServerVariables.RabbitMQ, (await rabbitmq.ConnectionStringExpression.GetValueAsync(stopping))!),
            new(ServerVariables.Management, rabbitmq.ManagementEndpoint.Url),
            new(ServerVariables.Postgres, (await postgres.ConnectionStringExpression.GetValueAsync(stopping))!),
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
