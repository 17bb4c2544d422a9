using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.LocalHosting;
using Portal.LocalHosting.Processes;
using Portal.LocalHosting.Servers;

namespace Portal.AppHost.Tests.Running;

public sealed class RestartTests
{
    [Fact]
    public async Task A_killed_process_is_started_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = SmallSystem.Describe(out _);
        builder.AddExecutable("worker", "sleep", "/tmp", "1000").RestartOnExit();
        await using var application = builder.Build();
        await application.StartAsync(cancellationToken);
        var first = await ProcessAsync(application, "worker", process => process > 0);

        SystemCalls.Send(first, Signal.Kill);

        var second = await ProcessAsync(application, "worker", process => process > 0 && process != first);
        Assert.NotNull(ProcessInfo.StartTime(second));
        Assert.Null(ProcessInfo.StartTime(first));
        await application.StopAsync(cancellationToken);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_another_still_waits_is_started_again_too()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = SmallSystem.Describe(out _);
        var never = builder.AddExecutable("never", "sleep", "/tmp", "1000").WithHealthCheck("never");
        builder.Services.AddHealthChecks().AddCheck("never", () => HealthCheckResult.Unhealthy());
        builder.AddExecutable("waiting", "sleep", "/tmp", "1000").WaitFor(never);
        builder.AddExecutable("worker", "sleep", "/tmp", "1000").RestartOnExit();
        await using var application = builder.Build();
        var starting = application.StartAsync(cancellationToken);
        var first = await ProcessAsync(application, "worker", process => process > 0);

        SystemCalls.Send(first, Signal.Kill);

        await ProcessAsync(application, "worker", process => process > 0 && process != first);
        Assert.False(starting.IsCompleted, "The system is still starting.");
        await application.StopAsync(cancellationToken);
    }

    [Fact]
    public async Task What_waits_for_a_database_starts_once_it_is_there()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = SmallSystem.Describe(out var data);
        var database = builder.AddLocalPostgres("server", data).AddDatabase("things");
        builder.AddExecutable("worker", "sleep", "/tmp", "1000").WaitFor(database);
        await using var application = builder.Build();

        await application.StartAsync(cancellationToken);

        await ProcessAsync(application, "worker", process => process > 0);
        await using var source = Npgsql.NpgsqlDataSource.Create(
            (await database.Resource.ConnectionStringExpression.GetValueAsync(cancellationToken))!);
        await using var command = source.CreateCommand("SELECT current_database()");
        Assert.Equal("things", await command.ExecuteScalarAsync(cancellationToken));
        await application.StopAsync(cancellationToken);
    }

    [Fact]
    public async Task A_database_server_that_is_killed_comes_back_with_what_was_committed()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = SmallSystem.Describe(out var data);
        var database = builder.AddLocalPostgres("server", data).AddDatabase("things");
        await using var application = builder.Build();
        await application.StartAsync(cancellationToken);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("server", cancellationToken);
        await application.ResourceNotifications.WaitForResourceAsync(
            "things", KnownResourceStates.Running, cancellationToken);
        var address = await database.Resource.ConnectionStringExpression.GetValueAsync(
            cancellationToken) + ";Pooling=false";
        await RunAsync(address, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)", cancellationToken);
        var first = await ProcessAsync(application, "server", process => process > 0);

        using (var shell = System.Diagnostics.Process.GetProcessById(first))
        {
            shell.Kill(entireProcessTree: true);
        }

        await ProcessAsync(application, "server", process => process > 0 && process != first);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("server", cancellationToken);
        Assert.Equal(7, await RunAsync(address, "SELECT id FROM kept", cancellationToken));
        await application.StopAsync(cancellationToken);
    }

    /// <summary>A clone under root's home is such a place.</summary>
    [Fact]
    public async Task A_server_runs_although_its_user_cannot_enter_the_data_folder()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var hidden = Directory.CreateTempSubdirectory("portal-hidden-").FullName;
        var builder = SmallSystem.Describe(out var data, Path.Combine(hidden, "data"));
        builder.AddLocalPostgres("server", data);
        await using var application = builder.Build();

        await application.StartAsync(cancellationToken);

        await application.ResourceNotifications.WaitForResourceHealthyAsync("server", cancellationToken);
        await application.StopAsync(cancellationToken);
        Directory.Delete(hidden);
    }

    private static async Task<object?> RunAsync(string address, string command, CancellationToken cancellationToken)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(address);
        await using var statement = source.CreateCommand(command);
        return await statement.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<int> ProcessAsync(
        DistributedApplication application, string resource, Predicate<int> wanted) =>
        ProcessOf(await application.ResourceNotifications.WaitForResourceAsync(
            resource,
            change => change.Snapshot.State?.Text == KnownResourceStates.Running && wanted(ProcessOf(change)),
            TestContext.Current.CancellationToken));

    private static int ProcessOf(ResourceEvent change) => Convert.ToInt32(
        change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value
            ?? 0, CultureInfo.InvariantCulture);
}
