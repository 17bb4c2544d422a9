using Portal.Contracts.Deliveries;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Features;

/// <summary>Codes and certificates share a relay and nothing else.</summary>
public sealed class LaneTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_does_not_wait_behind_certificates()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        using var held = new Held(fixture.Relay, "RCPT TO:<holder");
        fixture.Start();
        var issued = Some.Issued(100);

        await fixture.Bus.PublishAsync(issued, Token);
        await Eventually.TrueAsync(() => held.Count >= 4, Token);
        await fixture.Bus.PublishAsync(Some.Code("73519402"), Token);
        await Eventually.TrueAsync(() => !fixture.Relay.Accepted.IsEmpty, Token);

        Assert.Equal(4, held.Count);
        Assert.Equal("ana.lopez@example.org", ParsedMail.Parse(Assert.Single(fixture.Relay.Accepted)).Header("To"));
        held.Dispose();
        await fixture.ToldAsync(issued);
    }

    [Fact]
    public async Task Certificates_do_not_wait_behind_codes()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        using var held = new Held(fixture.Relay, "RCPT TO:<person");
        fixture.Start();
        var issued = Some.Issued(20);

        await Task.WhenAll(
            Enumerable.Range(0, 30).Select(
                i => fixture.Bus.PublishAsync(Some.Code("73519402", $"person{i}@example.org"), Token)));
        await Eventually.TrueAsync(() => held.Count >= 4, Token);
        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);

        Assert.Equal(4, held.Count);
        Assert.All(fixture.Outcomes, outcome => Assert.Equal(DeliveryStatus.Delivered, outcome.Status));
        Assert.Equal(20, fixture.Relay.Accepted.Count);
        held.Dispose();
        await Eventually.TrueAsync(() => fixture.Relay.Accepted.Count == 50, Token);
    }

    /// <summary>Holds the sessions of a relay at a command until it is disposed.</summary>
    private sealed class Held : IDisposable
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public Held(Relay relay, string command) => relay.Before = asked =>
        {
            if (!asked.StartsWith(command, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            Interlocked.Increment(ref _count);
            return _released.Task;
        };

        /// <summary>Sessions that were held so far.</summary>
        public int Count => Volatile.Read(ref _count);

        public void Dispose() => _released.TrySetResult();
    }
}
