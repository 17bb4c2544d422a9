using Portal.Contracts.Deliveries;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class ExactlyOnceTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_replicas_side_by_side_send_each_mail_once()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        fixture.Start();
        var batches = Enumerable.Range(0, 10).Select(_ => Some.Issued(40)).ToList();

        await Task.WhenAll(batches.Select(batch => fixture.Bus.PublishAsync(batch, Token)));
        foreach (var batch in batches)
        {
            await fixture.ToldAsync(batch);
        }

        AssertEachOnce(fixture, 400);
    }

    [Fact]
    public async Task What_was_accepted_before_the_database_cut_the_claim_is_not_sent_again()
    {
        var ends = 0;
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Relay.Script = command =>
        {
            if (command == Relay.End)
            {
                if (Interlocked.Increment(ref ends) == 5)
                {
                    CutClaims(fixture);
                }

                // Slow enough for the other senders to claim what the cut has released, and to have it ready to be
                // sent, while this one still waits for the relay.
                Thread.Sleep(ends == 5 ? 2000 : 80);
            }

            return null;
        };
        fixture.Settings["Delivery:LongestPause"] = "00:00:00.100";
        fixture.Start();
        var issued = Some.Issued(30);

        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        AssertEachOnce(fixture, 30);
        Assert.Equal(30L, await fixture.AskDatabaseAsync("select count(*) from receipts"));
    }

    [Fact]
    public async Task A_replica_that_is_stopped_leaves_the_rest_to_the_next_and_sends_nothing_twice()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var first = fixture.Start();
        var issued = Some.Issued(200);
        await fixture.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count >= 20, Token);

        await first.DisposeAsync();
        var sentByFirst = fixture.Relay.Accepted.Count;
        fixture.Start();
        await fixture.ToldAsync(issued);

        Assert.InRange(sentByFirst, 20, 199);
        AssertEachOnce(fixture, 200);
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_nothing_and_sends_at_most_one_mail_twice()
    {
        const int Kills = 4;
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var issued = Enumerable.Range(0, 12).Select(_ => Some.Issued(50)).ToList();
        var random = new Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = await ServiceProcess.StartAsync(fixture.Settings, Token);
            if (kill == 0)
            {
                await Task.WhenAll(issued.Select(batch => fixture.Bus.PublishAsync(batch, Token)));
            }

            var target = fixture.Relay.Accepted.Count + 30 + random.Next(70);
            await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count >= target, Token);
            process.Kill();
        }

        fixture.Start();
        foreach (var batch in issued)
        {
            await fixture.ToldAsync(batch);
        }

        Assert.Equal(600, fixture.Mails.Distinct().Count());
        Assert.InRange(fixture.Mails.Count, 600, 600 + Kills);
        Assert.Equal(600L, await fixture.AskDatabaseAsync("select count(*) from deliveries where state = 'Delivered'"));
    }

    private static void CutClaims(NotificationFixture fixture) => fixture.AskDatabaseAsync(
        """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'
        """).GetAwaiter().GetResult();

    private static void AssertEachOnce(NotificationFixture fixture, int mails)
    {
        Assert.Equal(mails, fixture.Mails.Distinct().Count());
        Assert.Equal(mails, fixture.Mails.Count);
        Assert.Equal(mails, fixture.Outcomes.Select(outcome => outcome.DeliveryId).Distinct().Count());
        Assert.All(fixture.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
    }
}
