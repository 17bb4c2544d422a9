using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Certificates;
using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Consumers;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Bus;
using Portal.Testing;
using Portal.Testing.Messages;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests;

public sealed class RelayFailureTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task A_relay_that_dies_between_sending_and_deleting_sends_again_and_the_inbox_makes_it_once()
    {
        const int Messages = 40;
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "crash", bus => bus.AddConsumer<BookingConsumer>());

        // A sequence keeps its count although the transaction that raised it dies.
        await service.ExecuteAsync("""
            create sequence deaths;
            create function die() returns trigger language plpgsql as $fn$
                begin
                    if nextval('deaths') <= 3 then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return null;
                end $fn$;
            create trigger die before delete on outbox for each statement execute function die();
            """);
        await service.ChangeAsync(db =>
        {
            for (var number = 0; number < Messages; number++)
            {
                db.Enqueue(TestService.Numbered(number), $"crash:{number % 8}");
            }
        });
        await service.UntilOutboxIsEmptyAsync();
        await service.ExecuteAsync("drop trigger die on outbox; drop function die(); drop sequence deaths;");
        await service.Received.UntilAsync(Messages + 1);

        var booked = await service.AskAsync(db => db.Entries.IgnoreQueryFilters([AgencyScope.Filter])
            .Select(entry => entry.Text).ToListAsync(TestService.Token));
        Assert.Equal(Messages, booked.Count);
        Assert.Equal(Messages, booked.Distinct().Count());
        Assert.True(service.Received.Count > Messages, "No message was delivered twice, so nothing was proved.");
        Assert.Equal(Messages, service.Received.All.Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task What_is_enqueued_while_the_broker_is_away_arrives_in_order_once_it_is_back()
    {
        await using var line = FlakyTcpProxy.ToBroker(fixture.Broker, out var broker);
        await using var service = await TestService.StartAsync(
            fixture.Database, broker, "outage", bus => bus.AddPortalConsumer<RecordingConsumer>(
                atOnce: 1, prefetch: 100));
        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(-1), "outage:before"));
        await service.Received.UntilAsync(1);
        await service.UntilOutboxIsEmptyAsync();

        await line.CutAsync();
        for (var number = 0; number < 100; number++)
        {
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(number), $"outage:{number % 10}"));
        }

        // Longer than the relay waits for a confirmation, so that it gives up and begins anew.
        await Task.Delay(TimeSpan.FromSeconds(12), TestService.Token);
        Assert.Equal(1, service.Received.Count);
        Assert.Equal(100, await service.AskAsync(db => db.Set<OutboxMessage>().CountAsync(TestService.Token)));

        line.Mend();
        await service.UntilOutboxIsEmptyAsync();
        await Eventually.TrueAsync(() => Numbers(service).Count() == 100, TestService.Token, "all hundred");

        foreach (var lane in Enumerable.Range(0, 10))
        {
            var expected = Enumerable.Range(0, 10).Select(n => (n * 10) + lane);
            Assert.Equal(expected, Numbers(service).Where(number => number % 10 == lane));
        }

        static IEnumerable<int> Numbers(TestService service) =>
            service.Received.All.Select(s => s.Number).Where(n => n >= 0).Distinct();
    }

    [Fact]
    public async Task A_message_that_no_version_knows_is_set_aside_with_its_error_and_holds_back_only_its_own_aggregate()
    {
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "poison", bus => bus.AddConsumer<RecordingConsumer>());
        await service.ChangeAsync(db =>
        {
            db.Add(
                new OutboxMessage
                {
                    MessageId = Guid.NewGuid(),
                    Key = "poison:a",
                    Type = "PolicyTeleported",
                    Body = "{}",
                });
            db.Enqueue(TestService.Numbered(1), "poison:a");
            db.Enqueue(TestService.Numbered(2), "poison:b");
        });

        await service.Received.UntilAsync(1);
        await Eventually.TrueAsync(
            async () => (await PoisonAsync(service)).Failures > 0, TestService.Token, "the error to be stored");

        Assert.Equal([2], service.Received.All.Select(message => message.Number));
        Assert.Contains("PolicyTeleported", (await PoisonAsync(service)).Error, StringComparison.Ordinal);

        // What a newer version does that knows the type.
        await service.ExecuteAsync("""
            update outbox set type = 'DistributionStarted', body = (select body from outbox where type = 'DistributionStarted' limit 1)
            where type = 'PolicyTeleported'
            """);
        await service.Received.UntilAsync(3);
        Assert.Equal([2, 1, 1], service.Received.All.Select(message => message.Number));
    }

    [Fact]
    public async Task An_order_waits_until_its_queue_exists()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker, "orders");
        await service.ChangeAsync(db => db.EnqueueSend(TestService.Numbered(7), "late-recording", "order:7"));
        await Eventually.TrueAsync(
            async () =>
                await service.AskAsync(
                    db => db.Set<OutboxMessage>().AnyAsync(m => m.Failures > 0, TestService.Token)), TestService.Token,
            "the order to be set aside");

        await using var late = await TestService.StartAsync(
            null, fixture.Broker, "late", bus => bus.AddConsumer<RecordingConsumer>());
        await late.Received.UntilAsync(1);

        Assert.Equal([7], late.Received.All.Select(message => message.Number));
        await service.UntilOutboxIsEmptyAsync();
    }

    [Fact]
    public async Task An_event_that_must_be_heard_waits_until_somebody_has_subscribed()
    {
        // A type of its own, since the class's other tests have subscribed to theirs.
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker, "heard");
        var completed = new DistributionCompleted
        {
            DistributionId = Guid.CreateVersion7(),
            AgencyId = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Total = 1,
            Delivered = 1,
            Failed = 0,
            OccurredAt = DateTimeOffset.UtcNow,
        };
        await service.ChangeAsync(db => db.Enqueue(completed, "heard", awaitSubscriber: true));
        await Eventually.TrueAsync(
            async () =>
                await service.AskAsync(
                    db => db.Set<OutboxMessage>().AnyAsync(
                        m => m.Key == "heard" && m.Failures > 0, TestService.Token)), TestService.Token,
            "the event to be set aside");

        await using var bus = await RecordingBus.StartAsync(
            fixture.Broker, [typeof(DistributionCompleted)], TestService.Token);

        Assert.Equal(completed, await bus.FirstAsync<DistributionCompleted>(_ => true, TestService.Token));
        await service.UntilOutboxIsEmptyAsync();
    }

    private static Task<OutboxMessage> PoisonAsync(TestService service) => service.AskAsync(db =>
        db.Set<OutboxMessage>().AsNoTracking().SingleAsync(
            message => message.Type == "PolicyTeleported", TestService.Token));
}
