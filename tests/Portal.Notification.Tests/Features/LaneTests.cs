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
        await using var world = await NotificationWorld.CreateAsync(servers);
        using var held = new Held(world.Relay, "RCPT TO:<holder");
        world.Start();
        var issued = Some.Issued(100);

        await world.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => held.Count >= 4, Token);
        await world.Bus.PublishAsync(Some.Code("73519402"), Token);
        await Eventually.TrueAsync(() => !world.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(4, held.Count);
        Assert.Equal("ana.lopez@example.org", ParsedMail.Parse(Assert.Single(world.Relay.Accepted)).Header("To"));
        held.Dispose();
        await world.ToldAsync(issued);
    }

    [Fact]
    public async Task Certificates_do_not_wait_behind_codes()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        using var held = new Held(world.Relay, "RCPT TO:<person");
        world.Start();
        var issued = Some.Issued(20);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => world.Bus.PublishAsync(Some.Code("73519402", $"person{i}@example.org"), Token)));
        await Eventually.TrueAsync(() => held.Count >= 4, Token);
        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);

        Assert.Equal(4, held.Count);
        Assert.All(world.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
        Assert.Equal(20, world.Relay.Accepted.Count);
        held.Dispose();
        await Eventually.TrueAsync(() => world.Relay.Accepted.Count == 50, Token);
    }

    /// <summary>Holds the sessions of a relay at a command until it is disposed.</summary>
    private sealed class Held : IDisposable
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Held(Relay relay, string command) => relay.Before = asked =>
        {
            if (!asked.StartsWith(command, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            Interlocked.Increment(ref count);
            return released.Task;
        };

        /// <summary>Sessions that were held so far.</summary>
        public int Count => Volatile.Read(ref count);

        public void Dispose() => released.TrySetResult();
    }
}
