using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Portal.AppHost.Native;
using Portal.AppHost.Native.Processes;

namespace Portal.AppHost.Tests.Running;

/// <summary>Every process that a host starts ends with it, whichever way it ends.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeftoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_folder_behind()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("broker");
        builder.AddPostgres("server");
        builder.AddExecutable("worker", "sleep", "/tmp", "1000");
        var application = await builder.BuildAsync(cancellationToken);
        var before = Processes.StartedBy(Environment.ProcessId);
        await application.StartAsync(cancellationToken);
        foreach (var name in new[] { "broker", "server", "worker" })
        {
            await application.ResourceNotifications.WaitForResourceHealthyAsync(name, cancellationToken);
        }

        var started = Processes.StartedBy(Environment.ProcessId).Except(before).ToList();
        Assert.True(started.Count > 3, "The broker, its port mapper, the database server and the worker run.");
        await application.DisposeAsync();

        Assert.Empty(await Processes.WaitForEndAsync(started, Patience));
        Assert.False(Directory.Exists(builder.Configuration["PORTAL_DATA"]));
    }

    [Fact]
    public async Task Killing_the_host_leaves_no_process_behind()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var variables = Path.Combine(Path.GetTempPath(), $"portal-{Guid.NewGuid():N}.env");
        using var host = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.TestServers.dll"), variables]);
        while (!File.Exists(variables))
        {
            Assert.False(host.HasExited, "The host ended before its servers were ready.");
            await Task.Delay(100, cancellationToken);
        }

        var started = Processes.StartedBy(host.Id);
        Assert.True(started.Count > 3, "The broker, its port mapper and the database server run.");
        host.Kill();
        await host.WaitForExitAsync(cancellationToken);

        Assert.Empty(await Processes.WaitForEndAsync(started, Patience));
        File.Delete(variables);
        // The next one removes what the killed one could not.
        await TestFolder.RemoveAbandonedAsync(cancellationToken);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"portal-test-{host.Id}-*"));
    }

    [Fact]
    public async Task A_later_host_ends_what_an_earlier_one_noted_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("portal-ledger-").FullName;
        using var left = Process.Start("sleep", ["1000"]);
        using var stranger = Process.Start("sleep", ["1000"]);
        new ProcessLedger(folder).Add(left.Id);
        // The stranger has the id of a process that was noted and is long gone.
        await File.WriteAllTextAsync(Path.Combine(folder, $"{stranger.Id}"), "1", TestContext.Current.CancellationToken);

        var ended = await new ProcessLedger(folder).EndLeftoversAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, ended);
        Assert.True(left.WaitForExit(TimeSpan.FromSeconds(5)));
        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("portal-shared-").FullName;
        await using var first = await Sleeper(folder).BuildAsync(cancellationToken);
        await first.StartAsync(cancellationToken);
        await using var second = await Sleeper(folder).BuildAsync(cancellationToken);

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => second.StartAsync(cancellationToken));

        Assert.Contains($"{folder} is in use by another running host", problem.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        Directory.Delete(folder, recursive: true);

        static IDistributedApplicationTestingBuilder Sleeper(string folder)
        {
            var builder = DistributedApplicationTestingBuilder.Create($"--PORTAL_DATA={folder}");
            builder.AddExecutable("worker", "sleep", "/tmp", "1000");
            return builder;
        }
    }
}
