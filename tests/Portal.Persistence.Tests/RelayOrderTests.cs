using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Consumers;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Bus;

namespace Portal.Persistence.Tests;

public sealed class RelayOrderTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    // More than three relays can hold at once, so that none of them can take all.
    private const int Keys = 200;
    private const int PerKey = 30;

    [Fact]
    public async Task Messages_of_one_aggregate_arrive_in_order_through_three_relays_at_once()
    {
        await using var consumer = await TestService.StartAsync(
            null, fixture.Broker, "reader", bus => bus.AddPortalConsumer<RecordingConsumer>(atOnce: 1, prefetch: 100));
        await using var first = await TestService.StartAsync(fixture.Database, fixture.Broker);
        await using var second = await TestService.StartAsync(fixture.Database, fixture.Broker);
        await using var third = await TestService.StartAsync(fixture.Database, fixture.Broker);
        TestService[] writers = [first, second, third, first, second];
        var sequences = Enumerable.Range(0, Keys).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(writers.Select((writer, index) => WriteAsync(
            writer, [.. sequences.Where((_, sequence) => sequence % writers.Length == index)])));
        await consumer.Received.UntilAsync(Keys * PerKey);
        await first.UntilOutboxIsEmptyAsync();

        var seen = consumer.Received.All;
        Assert.Equal(Keys * PerKey, seen.Count);
        foreach (var sequence in sequences)
        {
            Assert.Equal(Enumerable.Range(0, PerKey), seen.Where(s => s.Sequence == sequence).Select(s => s.Number));
        }

        Assert.Equal(3, seen.Select(message => message.Sender).Distinct().Count());
    }

    [Fact]
    public async Task Messages_that_one_save_added_leave_in_the_order_in_which_they_were_added()
    {
        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, "one-save", bus => bus.AddPortalConsumer<RecordingConsumer>(
                atOnce: 1, prefetch: 100));

        await service.ChangeAsync(db =>
        {
            for (var number = 0; number < 1000; number++)
            {
                db.Enqueue(TestService.Numbered(number), "one");
            }
        });
        await service.Received.UntilAsync(1000);

        Assert.Equal(Enumerable.Range(0, 1000), service.Received.All.Select(message => message.Number));
    }

    /// <summary>Ten messages of each sequence in a transaction, as changes of real aggregates come.</summary>
    private static async Task WriteAsync(TestService writer, Guid[] sequences)
    {
        for (var from = 0; from < PerKey; from += 10)
        {
            await writer.ChangeAsync(db =>
            {
                foreach (var number in Enumerable.Range(from, 10))
                {
                    foreach (var sequence in sequences)
                    {
                        db.Enqueue(TestService.Numbered(number, sequence), $"distribution:{sequence}");
                    }
                }
            });
        }
    }
}
