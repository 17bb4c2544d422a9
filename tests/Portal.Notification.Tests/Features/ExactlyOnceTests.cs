using Portal.Contracts;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class ExactlyOnceTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_replicas_side_by_side_send_each_mail_once()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        world.Start();
        var batches = Enumerable.Range(0, 10).Select(_ => Some.Issued(40)).ToList();

        await Task.WhenAll(batches.Select(batch => world.Bus.PublishAsync(batch, Token)));
        foreach (var batch in batches)
        {
            await world.ToldAsync(batch);
        }

        AssertEachOnce(world, 400);
    }

    [Fact]
    public async Task What_was_accepted_before_the_database_cut_the_claim_is_not_sent_again()
    {
        var ends = 0;
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Relay.Script = command =>
        {
            if (command == Relay.End)
            {
                // Slow enough for the other senders to claim what the cut has released while this one still works.
                Thread.Sleep(80);
                if (Interlocked.Increment(ref ends) == 5)
                {
                    CutClaims(world);
                }
            }

            return null;
        };
        world.Settings["Delivery:LongestPause"] = "00:00:00.100";
        world.Start();
        var issued = Some.Issued(30);

        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        AssertEachOnce(world, 30);
        Assert.Equal(30L, await world.AskDatabaseAsync("select count(*) from receipts"));
    }

    [Fact]
    public async Task A_replica_that_is_stopped_leaves_the_rest_to_the_next_and_sends_nothing_twice()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        var first = world.Start();
        var issued = Some.Issued(200);
        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count >= 20, Token);

        await first.DisposeAsync();
        var sentByFirst = world.Relay.Accepted.Count;
        world.Start();
        await world.ToldAsync(issued);

        Assert.InRange(sentByFirst, 20, 199);
        AssertEachOnce(world, 200);
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_nothing_and_sends_at_most_one_mail_twice()
    {
        const int Kills = 4;
        await using var world = await NotificationWorld.CreateAsync(servers);
        var issued = Enumerable.Range(0, 12).Select(_ => Some.Issued(50)).ToList();
        var random = new Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = await ServiceProcess.StartAsync(world.Settings, Token);
            if (kill == 0)
            {
                await Task.WhenAll(issued.Select(batch => world.Bus.PublishAsync(batch, Token)));
            }

            var target = world.Relay.Accepted.Count + 30 + random.Next(70);
            await Eventually.TrueAsync(() => world.Relay.Accepted.Count >= target, Token);
            process.Kill();
        }

        world.Start();
        foreach (var batch in issued)
        {
            await world.ToldAsync(batch);
        }

        Assert.Equal(600, world.Mails.Distinct().Count());
        Assert.InRange(world.Mails.Count, 600, 600 + Kills);
        Assert.Equal(600L, await world.AskDatabaseAsync("select count(*) from deliveries where state = 'Delivered'"));
    }

    private static void CutClaims(NotificationWorld world) => world.AskDatabaseAsync(
        """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'
        """).GetAwaiter().GetResult();

    private static void AssertEachOnce(NotificationWorld world, int mails)
    {
        Assert.Equal(mails, world.Mails.Distinct().Count());
        Assert.Equal(mails, world.Mails.Count);
        Assert.Equal(mails, world.Outcomes.Select(outcome => outcome.DeliveryId).Distinct().Count());
        Assert.All(world.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
    }
}
