using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Tests.Running;

public sealed class RestartTests
{
    [Fact]
    public async Task A_killed_process_is_started_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("worker", "sleep", "/tmp", "1000");
        await using var application = await builder.BuildAsync(cancellationToken);
        await application.StartAsync(cancellationToken);
        var first = ProcessOf(await application.ResourceNotifications.WaitForResourceHealthyAsync("worker", cancellationToken));

        SystemCalls.Send(first, Signal.Kill);

        var second = ProcessOf(await application.ResourceNotifications.WaitForResourceAsync(
            "worker",
            change => change.Snapshot.HealthStatus == HealthStatus.Healthy && ProcessOf(change) != first,
            cancellationToken));
        Assert.NotNull(ProcessFacts.StartTime(second));
        Assert.Null(ProcessFacts.StartTime(first));
    }

    [Fact]
    public async Task What_waits_for_a_resource_starts_once_it_is_healthy()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var server = builder.AddPostgres("server");
        var database = server.AddDatabase("things");
        builder.AddExecutable("worker", "sleep", "/tmp", "1000").WaitFor(database);
        await using var application = await builder.BuildAsync(cancellationToken);
        await application.StartAsync(cancellationToken);

        Assert.True(application.ResourceNotifications.TryGetCurrentState("worker", out var waiting));
        Assert.Equal(KnownResourceStates.Waiting, waiting.Snapshot.State!.Text);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("worker", cancellationToken);
        Assert.True(application.ResourceNotifications.TryGetCurrentState("things", out var ready));
        Assert.Equal(HealthStatus.Healthy, ready.Snapshot.HealthStatus);
    }

    /// <summary>A clone under root's home is such a place.</summary>
    [Fact]
    public async Task A_server_runs_although_its_user_cannot_enter_the_data_folder()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var hidden = Directory.CreateTempSubdirectory("portal-hidden-").FullName;
        await using var builder = DistributedApplicationTestingBuilder.Create(
            $"--PORTAL_DATA={Path.Combine(hidden, "data")}", "--Portal:DiscardData=true");
        builder.AddPostgres("server");
        await using var application = await builder.BuildAsync(cancellationToken);

        await application.StartAsync(cancellationToken);

        await application.ResourceNotifications.WaitForResourceHealthyAsync("server", cancellationToken);
        await application.DisposeAsync();
        Directory.Delete(hidden);
    }

    private static int ProcessOf(ResourceEvent change) =>
        (int?)change.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value ?? 0;
}
