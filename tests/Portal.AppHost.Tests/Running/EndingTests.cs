using Portal.LocalHosting.Processes;

namespace Portal.AppHost.Tests.Running;

/// <summary>The whole portal, started as people start it and ended in each way that it can end.</summary>
[Collection(AloneCollection.Name)]
public sealed class EndingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"portal-endings-{Guid.NewGuid():N}");

    // Not a private one of the machine's: the servers' user has to get through.
    public EndingTests() => Directory.CreateDirectory(_root);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_it_ends_nothing_is_left_but_its_data_and_the_next_start_waits_for_the_tail()
    {
        var data = Path.Combine(_root, "data");
        string key;
        using (var first = await PortalProcess.StartAsync(data, "/"))
        {
            key = await first.SigningKeyAsync();
            var running = first.Processes;

            first.Send(Signal.Interrupt);
            await first.WaitForExitAsync();

            Assert.Empty(LeftoverProcesses.Of(data));
            await Processes.WaitForEndAsync(running, Patience);
            Assert.False(File.Exists(Path.Combine(data, "run.json")));
        }

        IReadOnlyList<(int Id, long Started)> orphans;
        using (var second = await PortalProcess.StartAsync(data, "/tmp"))
        {
            Assert.Equal(key, await second.SigningKeyAsync());
            orphans = second.Processes;
            second.Send(Signal.Kill);
        }

        using var third = await PortalProcess.StartAsync(data, _root);
        Assert.DoesNotContain(orphans, Processes.IsAlive);
        Assert.Equal(key, await third.SigningKeyAsync());
        var last = third.Processes;

        third.Send(Signal.Kill);

        await Processes.WaitForEndAsync(last, Patience);
    }

    [Fact]
    public async Task Two_portals_run_side_by_side_and_one_ends_alone()
    {
        using var first = await PortalProcess.StartAsync(Path.Combine(_root, "first"), "/");
        using var second = await PortalProcess.StartAsync(Path.Combine(_root, "second"), "/");
        Assert.NotEqual(await first.SigningKeyAsync(), await second.SigningKeyAsync());

        first.Send(Signal.Terminate);
        await first.WaitForExitAsync();

        Assert.Empty(LeftoverProcesses.Of(first.Data));
        Assert.NotEmpty(await second.SigningKeyAsync());
        await AssertDashboardAsync(new Uri(second.Dashboard));
        second.Send(Signal.Terminate);
        await second.WaitForExitAsync();
        Assert.Empty(LeftoverProcesses.Of(second.Data));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task AssertDashboardAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var withToken = await client.GetAsync(address, Stop);
        using var without = await client.GetAsync(new Uri(address, "/login?t=wrong"), Stop);

        Assert.Equal("127.0.0.1", address.Host);
        // The token is changed for a cookie; another one is not.
        Assert.Contains("Set-Cookie", withToken.Headers.Select(header => header.Key));
        Assert.DoesNotContain("Set-Cookie", without.Headers.Select(header => header.Key));
    }
}
