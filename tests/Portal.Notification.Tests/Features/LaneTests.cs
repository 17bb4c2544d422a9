using Portal.Contracts;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

/// <summary>Codes and certificates share a relay and nothing else.</summary>
public sealed class LaneTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_does_not_wait_behind_certificates()
    {
        using var go = new ManualResetEventSlim();
        await using var world = await NotificationWorld.CreateAsync(servers);
        Hold(world, "RCPT TO:<holder", go);
        world.Start();
        var issued = Some.Issued(100);

        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => Asked(world, "RCPT TO:<holder") == 4, Token);
        await world.Bus.PublishAsync(Some.Code("73519402"), Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        Assert.Equal("ana.lopez@example.org", ParsedMail.Parse(Assert.Single(world.Relay.Accepted)).Header("To"));
        go.Set();
        await world.ToldAsync(issued);
    }

    [Fact]
    public async Task Certificates_do_not_wait_behind_codes()
    {
        using var go = new ManualResetEventSlim();
        await using var world = await NotificationWorld.CreateAsync(servers);
        Hold(world, "RCPT TO:<person", go);
        world.Start();
        var issued = Some.Issued(20);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => world.Bus.PublishAsync(Some.Code("73519402", $"person{i}@example.org"), Token)));
        await Eventually.TrueAsync(() => Asked(world, "RCPT TO:<person") == 4, Token);
        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        Assert.All(world.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
        Assert.Equal(20, world.Relay.Accepted.Count);
        go.Set();
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == 50, Token);
    }

    // A session that is held holds no other: each runs on a thread of the pool.
    private static void Hold(NotificationWorld world, string command, ManualResetEventSlim go) => world.Relay.Script = asked =>
    {
        if (asked.StartsWith(command, StringComparison.Ordinal))
        {
            go.Wait(Token);
        }

        return null;
    };

    private static int Asked(NotificationWorld world, string command) =>
        world.Relay.Commands.Count(asked => asked.StartsWith(command, StringComparison.Ordinal));
}
