using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Outbox.Tests.Support;
using Portal.Testing.Telemetry;

namespace Portal.Outbox.Tests;

public sealed class OutboxMetricTests(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task What_waits_is_measured_by_number_and_age_and_what_left_by_type()
    {
        await using var service = await TestService.StartAsync(place.Database, place.Broker);
        using var recorder = new MetricRecorder("Portal.Outbox", service.Services.GetRequiredService<IMeterFactory>());

        // Nobody consumes from the queue, so that the order waits.
        await service.ChangeAsync(db => db.EnqueueSend(TestService.Numbered(1), "nobody-is-there", "waits"));
        await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(2), "leaves"));

        await Wait.UntilAsync(() => Task.FromResult(recorder.Observe("portal.outbox.waiting") is 1), "the order that waits to be measured");
        Assert.True(recorder.Observe("portal.outbox.age") > 0);
        Assert.DoesNotContain(recorder.TagValues(), tag => tag.Contains("waits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_that_left_are_counted_once()
    {
        await using var service = await TestService.StartAsync(place.Database, place.Broker, "counted");
        using var recorder = new MetricRecorder("Portal.Outbox", service.Services.GetRequiredService<IMeterFactory>());

        for (var message = 0; message < 5; message++)
        {
            await service.ChangeAsync(db => db.Enqueue(TestService.Numbered(message), $"counted:{message}"));
        }

        await Wait.UntilAsync(
            () => Task.FromResult(recorder.Sum("portal.outbox.relayed", "messaging.message.type=DistributionStarted") is 5), "five messages to be counted");
    }
}
