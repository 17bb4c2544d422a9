using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Consumers;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Bus;
using Portal.Testing;
using Portal.Testing.Waiting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Portal.Persistence.Tests;

public sealed class RedeliveryTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    /// <summary>The first try and the three that follow at once.</summary>
    private const int ShortTries = 4;

    [Fact]
    public async Task A_message_that_keeps_failing_is_delivered_again_after_the_wait_and_to_nobody_else()
    {
        await using var other = await TestService.StartAsync(
            null, fixture.Broker, "other", bus => bus.AddConsumer<RecordingConsumer>());
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "again", bus => bus.AddConsumer<FailingConsumer>(), (
                "Bus:Redelivery:0", "00:00:01.500"));

        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(ShortTries, Guid.NewGuid()), "again"));
        await service.Received.UntilAsync(ShortTries + 1);

        var waited = TimeSpan.FromSeconds(
            (service.Received.All[ShortTries].Timestamp - service.Received.All[ShortTries - 1].Timestamp)
                / (double)System.Diagnostics.Stopwatch.Frequency);
        Assert.InRange(waited, TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(5));
        Assert.Equal(1, other.Received.Count);
    }

    [Fact]
    public async Task A_message_that_fails_every_time_ends_in_the_error_queue()
    {
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "never", bus => bus.AddConsumer<FailingConsumer>(), (
                "Bus:Redelivery:0", "00:00:00.100"));

        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(int.MaxValue), "never"));
        await service.Received.UntilAsync(2 * ShortTries);

        BasicGetResult? moved = null;
        await Eventually.TrueAsync(
            async () => (moved = await TakeAsync("never-failing_error")) is not null, TestService.Token,
            "the message in the error queue");
        Assert.Equal(
            "Not yet.",
            System.Text.Encoding.UTF8.GetString((byte[])moved!.BasicProperties.Headers!["MT-Fault-Message"]!));
        Assert.Equal(2 * ShortTries, service.Received.Count);
    }

    [Fact]
    public async Task Consumers_go_on_after_their_broker_was_away()
    {
        await using var line = FlakyTcpProxy.ToBroker(fixture.Broker, out var broker);
        await using var reader = await TestService.StartAsync(
            null, broker, "away", bus => bus.AddPortalConsumer<RecordingConsumer>(atOnce: 1, prefetch: 100));
        await using var writer = await TestService.StartAsync(fixture.Database, fixture.Broker, "writer");
        await writer.ChangeAsync(db => db.Enqueue(TestService.Numbered(0), "away"));
        await reader.Received.UntilAsync(1);

        await line.CutAsync();
        await writer.ChangeAsync(db => db.Enqueue(TestService.Numbered(1), "away"));
        await writer.UntilOutboxIsEmptyAsync();
        line.Mend();
        await Eventually.TrueAsync(
            () => reader.Received.All.Any(s => s.Number == 1), TestService.Token, "the message that came meanwhile");
    }

    private async Task<BasicGetResult?> TakeAsync(string queue)
    {
        // Asking for a queue that is not there yet closes the channel; for one that has not yet elected its leader, the
        // connection.
        await using var connection = await new ConnectionFactory
        {
            Uri = new Uri(fixture.Broker),
        }.CreateConnectionAsync(TestService.Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestService.Token);
        try
        {
            return await channel.BasicGetAsync(queue, autoAck: true, TestService.Token);
        }
        catch (OperationInterruptedException exception)
            when (exception.ShutdownReason?.ReplyCode is Constants.NotFound or Constants.InternalError)
        {
            return null;
        }
    }
}
