using MassTransit;
using Portal.Outbox.Tests.Consumers;
using Portal.Outbox.Tests.Support;

namespace Portal.Outbox.Tests;

public sealed class RelayOrderTests(Place place) : IClassFixture<Place>
{
    // More than three relays can hold at once, so that none of them can take all.
    private const int Keys = 200;
    private const int PerKey = 30;

    [Fact]
    public async Task Messages_of_one_aggregate_arrive_in_order_through_three_relays_at_once()
    {
        await using var consumer = await TestService.StartAsync(
            null, place.Broker, "reader", bus => bus.AddConsumer<RecordingConsumer, OneByOne>());
        await using var first = await TestService.StartAsync(place.Database, place.Broker);
        await using var second = await TestService.StartAsync(place.Database, place.Broker);
        await using var third = await TestService.StartAsync(place.Database, place.Broker);
        TestService[] writers = [first, second, third, first, second];
        var sequences = Enumerable.Range(0, Keys).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(writers.Select((writer, index) => WriteAsync(
            writer, [.. sequences.Where((_, sequence) => sequence % writers.Length == index)])));
        await consumer.Seen.UntilAsync(Keys * PerKey);
        await first.UntilOutboxIsEmptyAsync();

        var seen = consumer.Seen.All;
        Assert.Equal(Keys * PerKey, seen.Count);
        foreach (var sequence in sequences)
        {
            Assert.Equal(Enumerable.Range(0, PerKey), seen.Where(s => s.Sequence == sequence).Select(s => s.Number));
        }

        Assert.Equal(3, seen.Select(sighting => sighting.Sender).Distinct().Count());
    }

    [Fact]
    public async Task Messages_that_one_save_added_leave_in_the_order_in_which_they_were_added()
    {
        await using var service = await TestService.StartAsync(
            place.Database, place.Broker, "one-save", bus => bus.AddConsumer<RecordingConsumer, OneByOne>());

        await service.ChangeAsync(db =>
        {
            for (var number = 0; number < 1000; number++)
            {
                db.Enqueue(TestService.Numbered(number), "one");
            }
        });
        await service.Seen.UntilAsync(1000);

        Assert.Equal(Enumerable.Range(0, 1000), service.Seen.All.Select(sighting => sighting.Number));
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
