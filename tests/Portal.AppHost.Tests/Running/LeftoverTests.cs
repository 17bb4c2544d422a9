using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Processes;
using Portal.LocalHosting.Servers;
using Portal.Testing;
using Portal.Testing.Waiting;

namespace Portal.AppHost.Tests.Running;

/// <summary>Every process that a host starts ends with it, whichever way it ends.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeftoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_folder_behind()
    {
        var builder = SmallSystem.Describe(out var data);
        builder.AddLocalRabbitMQ("broker", data);
        builder.AddLocalPostgres("server", data);
        builder.AddExecutable("worker", "sleep", "/tmp", "1000");
        await using var application = builder.Build();
        var before = Processes.StartedBy(Environment.ProcessId, data.Root);
        await application.StartAsync(Stop);
        foreach (var name in new[] { "broker", "server" })
        {
            await application.ResourceNotifications.WaitForResourceHealthyAsync(name, Stop);
        }

        var started = Processes.StartedBy(Environment.ProcessId, data.Root).Except(before).ToList();
        Assert.True(
            LeftoverProcesses.Of(data.Root).Count > 3,
            "The broker, its port mapper, the database server and the worker run.");
        await application.StopAsync(Stop);

        Assert.Empty(LeftoverProcesses.Of(data.Root));
        Assert.False(Directory.Exists(data.Root));
        await application.DisposeAsync();
        await Processes.WaitForEndAsync(started, Patience);
    }

    [Fact]
    public async Task Killing_the_host_leaves_no_process_behind()
    {
        var variables = Path.Combine(Path.GetTempPath(), $"portal-{Guid.NewGuid():N}.env");
        using var host = Process.Start("dotnet", [OwnServers.Program, variables]);
        await Eventually.TrueAsync(
            () => File.Exists(variables) || host.HasExited, Stop, "the servers to start", TimeSpan.FromMinutes(2));
        Assert.False(host.HasExited, "The host ended before its servers were ready.");

        var folder = Assert.Single(Directory.GetDirectories(Path.GetTempPath(), $"portal-test-{host.Id}-*"));
        var started = Processes.StartedBy(host.Id, folder);
        Assert.True(started.Count > 3, "The broker, its port mapper and the database server run.");
        host.Kill();
        await host.WaitForExitAsync(Stop);

        await Processes.WaitForEndAsync(started, Patience);
        File.Delete(variables);
        // The next one removes what the killed one could not.
        await TemporaryDataFolder.RemoveAbandonedAsync(Stop);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_later_host_ends_what_bears_the_mark_of_its_folder_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("portal-mark-").FullName;
        using var left = Sleeper(folder);
        using var neighbour = Sleeper(folder + "-2");
        using var stranger = Process.Start("sleep", ["1000"]);

        var ended = await LeftoverProcesses.EndAsync(folder, TimeSpan.Zero, Stop);

        Assert.Equal(1, ended);
        Assert.True(left.WaitForExit(TimeSpan.FromSeconds(5)));
        Assert.False(neighbour.HasExited);
        Assert.False(stranger.HasExited);
        neighbour.Kill();
        stranger.Kill();

        static Process Sleeper(string folder) =>
            Process.Start(
                new ProcessStartInfo("sleep", ["1000"]) { Environment = { [LeftoverProcesses.Mark] = folder } })!;
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        var first = SmallSystem.Describe(out var data);
        first.AddExecutable("worker", "sleep", "/tmp", "1000");
        await using var running = first.Build();
        await running.StartAsync(Stop);
        await running.ResourceNotifications.WaitForResourceAsync("worker", KnownResourceStates.Running, Stop);
        var second = SmallSystem.Describe(out _, data.Root);
        second.AddExecutable("worker", "sleep", "/tmp", "1000");
        await using var refused = second.Build();

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => refused.StartAsync(Stop));

        Assert.Contains($"{data.Root} is in use by another running host", problem.Message, StringComparison.Ordinal);
        await refused.StopAsync(Stop);
        Assert.NotEmpty(LeftoverProcesses.Of(data.Root));
        Assert.True(Directory.Exists(data.Root));
        await running.StopAsync(Stop);
    }
}
